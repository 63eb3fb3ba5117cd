package org.kaconf.generator.script

import java.math.BigDecimal
import java.nio.charset.StandardCharsets
import java.time.Duration
import org.kaconf.model.CheckSpec

/**
 * The text of a check script, one method a kind. Each is for any POSIX shell, exits 0 or 1 and nothing else, and says on standard error why it failed. Whatever
 * the configuration gives stands in an assignment, quoted by {@link ShellQuote}; the lines below it are the same for every configuration.
 */
class CheckScriptTemplates {
	/** What the kernel keeps of a process's name: TASK_COMM_LEN without its end (linux/sched.h). */
	static val NAME_BYTES = 15

	def String process(CheckSpec.Process check, ScriptHead head) '''
		«head(head, "while a process of the given name runs")»
		name=«ShellQuote.quote(kernelName(check.name))»

		same_network() {
			[ "$(readlink "/proc/$1/ns/net" 2> /dev/null || echo "$network")" = "$network" ]
		}
		network=$(readlink /proc/self/ns/net)

		# The kernel's own list is read, so that no pgrep or pidof need be installed. What does not count: this script, a process that
		# has ended (Z, X), and one in another network, such as that of a container, as far as this user may see that.
		running() {
			for process in /proc/[0-9]*; do
				pid=${process#/proc/}
				{ IFS= read -r comm < "$process/comm"; } 2> /dev/null || continue
				if [ "$comm" != "$name" ] || [ "$pid" -eq $$ ]; then continue; fi
				{ IFS= read -r stat < "$process/stat"; } 2> /dev/null || continue
				case ${stat##*) } in [ZX]*) continue ;; esac
				same_network "$pid" && return 0
			done
			return 1
		}

		running && exit 0
		«IF check.restart !== null»

			# Start it, give it time, look again. It keeps none of our files open.
			sh -c «ShellQuote.quote(check.restart)» < /dev/null > /dev/null 2>&1 &
			sleep «seconds(check.settle)»
			running && exit 0
		«ENDIF»
		«IF check.onFailure == CheckSpec.OnFailure.STOP_KEEPALIVED»

			«stopRouter»
			printf '%s\n' "$name is not running; stopping the router so that a peer takes over" >&2
			stop_router || printf '%s\n' "cannot stop the router: not found, or this user may not" >&2
		«ELSE»
			printf '%s\n' "$name is not running" >&2
		«ENDIF»
		exit 1
	'''

	/** Which daemon to stop: the one that runs us, else a service, else what a pid file names; never one of another network. */
	private def String stopRouter() '''
		# The daemon above this script: kaconf says its process id, keepalived's is the topmost process of that name.
		router() {
			found=${KACONF_PID:-}
			pid=$PPID
			while [ -z "${KACONF_PID:-}" ] && [ "$pid" -gt 1 ]; do
				{ IFS= read -r stat < "/proc/$pid/stat"; } 2> /dev/null || break
				case $stat in "$pid (keepalived"*) found=$pid ;; esac
				stat=${stat##*) ? }
				pid=${stat%% *}
			done
			echo "$found"
		}

		# Systemd stops what it started, so that it knows; SIGTERM makes any other daemon hand over and end. Run by hand, the script
		# has no daemon above it and takes the one of the pid file.
		stop_router() {
			router=$(router)
			for unit in keepalived.service kaconf.service; do
				main=$(systemctl show --property=MainPID --value "$unit" 2> /dev/null) || break
				if [ "${main:-0}" -gt 0 ] && [ "${router:-$main}" = "$main" ]; then
					systemctl --no-block stop "$unit"
					return
				fi
			done
			for file in "${KEEPALIVED_PID_FILE:-/run/keepalived.pid}" /run/keepalived/keepalived.pid; do
				if [ -n "$router" ] || ! [ -r "$file" ]; then continue; fi
				read -r router < "$file"
				# The file may be stale and its number a stranger's by now.
				grep -qsx 'keepalived.*' "/proc/$router/comm" && same_network "$router" || router=
			done
			[ -n "$router" ] && kill -TERM "$router"
		}

	'''

	def String http(CheckSpec.Http check, ScriptHead head) '''
		«head(head, "when the page answers as expected")»
		url=«ShellQuote.quote(check.url)»
		«IF check.body !== null»
			body=«ShellQuote.quote(check.body)»
		«ENDIF»

		command -v curl > /dev/null || {
			printf '%s\n' "curl is needed: install it" >&2
			exit 1
		}

		# Neither the user's ~/.curlrc nor a proxy may change what is asked for, and no character of the address is a pattern.
		fetch() {
			curl --disable --silent --globoff --noproxy '*' --proto '=http,https' \
				--connect-timeout «seconds(check.connectTimeout)» --max-time «seconds(check.timeout)» \
				«FOR header : check.headers»
					--header «ShellQuote.quote(header)» \
				«ENDFOR»
				«IF check.body === null»
					--output /dev/null --write-out '%{http_code}' --url "$url"
				«ELSE»
					--write-out ' %{http_code}' --url "$url"
				«ENDIF»
		}

		attempt=0
		while [ "$attempt" -lt «check.attempts» ]; do
			attempt=$((attempt + 1))
			«IF check.body === null»
				if status=$(fetch); then
					case $status in «check.status.join("|")») exit 0 ;; esac
					problem="answered with status $status"
			«ELSE»
				if page=$(fetch); then
					status=${page##* }
					page=${page% *}
					case $status in
					«check.status.join("|")»)
						case $page in *"$body"*) exit 0 ;; esac
						problem="answered without the expected text"
						;;
					*) problem="answered with status $status" ;;
					esac
			«ENDIF»
			else
				problem="did not answer (curl: $?)"
			fi
		done
		printf '%s\n' "$url $problem" >&2
		exit 1
	'''

	def String tcp(CheckSpec.Tcp check, ScriptHead head) '''
		«head(head, "when a TCP connection opens")»
		host=«ShellQuote.quote(check.host)»
		port=«check.port»

		# netcat where there is one, else Perl, which is on every Debian.
		connect() {
			if command -v nc > /dev/null; then
				timeout «seconds(check.timeout)» nc -z -- "$host" "$port" < /dev/null > /dev/null 2>&1
			elif command -v perl > /dev/null; then
				timeout «seconds(check.timeout)» perl -MIO::Socket::IP -e \
					'exit !IO::Socket::IP->new(PeerHost => $ARGV[0], PeerPort => $ARGV[1])' -- "$host" "$port"
			else
				printf '%s\n' "nc (netcat) or perl is needed: install one" >&2
				exit 1
			fi
		}

		attempt=0
		while [ "$attempt" -lt «check.attempts» ]; do
			attempt=$((attempt + 1))
			connect && exit 0
		done
		printf '%s\n' "no connection to $host port $port" >&2
		exit 1
	'''

	def String systemd(CheckSpec.Systemd check, ScriptHead head) '''
		«head(head, "while the systemd unit is active")»
		unit=«ShellQuote.quote(check.unit)»

		systemctl is-active --quiet -- "$unit" && exit 0
		printf '%s\n' "$unit is not active" >&2
		exit 1
	'''

	def String file(CheckSpec.File check, ScriptHead head) '''
		«IF check.maxAge === null»
			«head(head, "while the file exists")»
			file=«ShellQuote.quote(check.path)»

			[ -e "$file" ] && exit 0
			printf '%s\n' "$file is missing" >&2
			exit 1
		«ELSE»
			«head(head, "while the file exists and was changed of late")»
			file=«ShellQuote.quote(check.path)»
			max_age=«check.maxAge.toSeconds»

			changed=$(stat -L -c %Y -- "$file" 2> /dev/null) || {
				printf '%s\n' "$file is missing" >&2
				exit 1
			}
			age=$(($(date +%s) - changed))
			[ "$age" -le "$max_age" ] && exit 0
			printf '%s\n' "$file was changed $age s ago, expected at most $max_age s" >&2
			exit 1
		«ENDIF»
	'''

	def String command(CheckSpec.ShellCommand check, ScriptHead head) '''
		«head(head, "when the command does")»
		command=«ShellQuote.quote(check.commandLine)»

		attempt=0
		while [ "$attempt" -lt «check.attempts» ]; do
			attempt=$((attempt + 1))
			timeout -k 1 «seconds(check.timeout)» sh -c "$command" < /dev/null > /dev/null && exit 0
		done
		printf '%s\n' "failed: $command" >&2
		exit 1
	'''

	private def String head(ScriptHead head, String when) '''
		#!/bin/sh
		# Exits 0 «when», else 1.
		# Generated by Kaconf from vrrp_script «ShellComment.of(head.script)» in «ShellComment.of(head.source)». Do not edit: change it there and generate again.
		# shellcheck disable=SC2016,SC1003,SC1112 # What stands between apostrophes is meant as it stands.
		set -u

	'''

	/** {@code 3}, {@code 0.5}: seconds without an exponent or needless zeros. */
	private def String seconds(Duration duration) {
		BigDecimal.valueOf(duration.toMillis, 3).stripTrailingZeros.toPlainString
	}

	private def String kernelName(String name) {
		var cut = name
		while (cut.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES) {
			cut = cut.substring(0, cut.offsetByCodePoints(cut.length, -1))
		}
		cut
	}
}
