import Glibc

/// How many processors this process may use.
public enum ProcessorQuota {
    /// The processors that the process may run on, cut to the quota of its control group.
    public static var count: Int {
        let online = max(1, affinity ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        guard let quota = controlGroupQuota else { return online }
        return max(1, min(online, quota))
    }

    /// The processors that the process may run on, by the mask in the system's status file.
    private static var affinity: Int? {
        guard let line = lines(of: "/proc/self/status").first(where: { $0.hasPrefix("Cpus_allowed:") }) else {
            return nil
        }
        let count = line.dropFirst("Cpus_allowed:".count).reduce(0) { $0 + ($1.hexDigitValue?.nonzeroBitCount ?? 0) }
        return count > 0 ? count : nil
    }

    /// The quota in whole processors, rounded up: `cpu.max` of version 2 of control groups, or the files
    /// of version 1; nil where there is none.
    private static var controlGroupQuota: Int? {
        if let fields = numbers(in: "/sys/fs/cgroup/cpu.max"), fields.count == 2 { return ratio(fields[0], fields[1]) }
        guard let quota = numbers(in: "/sys/fs/cgroup/cpu/cpu.cfs_quota_us")?.first,
            let period = numbers(in: "/sys/fs/cgroup/cpu/cpu.cfs_period_us")?.first
        else { return nil }
        return ratio(quota, period)
    }

    private static func ratio(_ quota: Int, _ period: Int) -> Int? {
        quota > 0 && period > 0 ? (quota + period - 1) / period : nil
    }

    /// The whole numbers in a small file of the system; nil where it has anything else.
    private static func numbers(in path: String) -> [Int]? {
        guard let fields = lines(of: path).first?.split(separator: " ") else { return nil }
        let values = fields.compactMap { Int($0) }
        return values.count == fields.count ? values : nil
    }

    private static func lines(of path: String) -> [Substring] {
        guard let bytes = try? ByteSource(path: path).readAll() else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }
}
