import Glibc

/// How many processors this process may use.
public enum ProcessorQuota {
    /// The processors that the process may run on, cut to the quota of its control group.
    public static var count: Int {
        let online = max(1, affinity ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        guard let quota = controlGroupQuota else { return online }
        return max(1, min(online, quota))
    }

    private static var affinity: Int? {
        var set = cpu_set_t()
        guard sched_getaffinity(0, MemoryLayout<cpu_set_t>.size, &set) == 0 else { return nil }
        return withUnsafeBytes(of: &set) { $0.reduce(0) { $0 + $1.nonzeroBitCount } }
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
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 256)
        guard fgets(&buffer, 256, file) != nil else { return nil }
        let line = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let fields = line.split { $0 == " " || $0 == "\n" }
        let values = fields.compactMap { Int($0) }
        return values.count == fields.count ? values : nil
    }
}
