package org.kaconf.runtime.linux;

/** Numbers of the system calls in use (Linux: arch/x86/entry/syscalls/syscall_64.tbl, include/uapi/asm-generic/unistd.h). */
enum SystemCall {
	READ(0, 63), WRITE(1, 64), CLOSE(3, 57), IOCTL(16, 29), SOCKET(41, 198), CONNECT(42, 203), SENDTO(44, 206), RECVFROM(45, 207), BIND(49, 200),
	SENDMSG(46, 211), RECVMSG(47, 212), SETSOCKOPT(54, 208), WAIT4(61, 260), KILL(62, 129), UMASK(95, 166), GETEUID(107, 175), SETGROUPS(116, 159), CAPGET(125, 90), CAPSET(126, 91), PRCTL(157, 167), SETRESUID(117, 147), SETRESGID(119, 149),
	EPOLL_CTL(233, 21), INOTIFY_ADD_WATCH(254, 27), INOTIFY_INIT1(294, 26), OPENAT(257, 56), MKNODAT(259, 33), FCHOWNAT(260, 54), EPOLL_PWAIT(281, 22), TIMERFD_CREATE(283, 85), TIMERFD_SETTIME(286, 86), CLOCK_GETTIME(228, 113), EVENTFD2(290, 19),
	EPOLL_CREATE1(291, 20), SETPRIORITY(141, 140), SCHED_SETSCHEDULER(144, 119), MLOCKALL(151, 230), SCHED_SETAFFINITY(203, 122), PPOLL(271, 73), PRLIMIT64(302, 261), SETNS(308, 268), PIDFD_OPEN(434, 434);

	/** The number on the architecture this JVM runs on. */
	final int number;

	SystemCall(int amd64, int aarch64) {
		number = Architecture.IS_AMD64 ? amd64 : aarch64;
	}
}
