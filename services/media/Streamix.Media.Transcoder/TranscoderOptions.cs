namespace Streamix.Media.Transcoder;

/// <summary>Section <c>Transcoder</c>.</summary>
internal sealed class TranscoderOptions
{
    /// <summary>The bucket of packages, and of work under way.</summary>
    public string Renditions { get; set; } = "media-renditions";

    /// <summary>A local folder for sources and encodes; replicas may share it, each has a folder of its own in it.</summary>
    public string Scratch { get; set; } = Path.Combine(Path.GetTempPath(), "streamix-transcoder");

    /// <summary>The most bytes of this replica's scratch folder.</summary>
    public long ScratchLimit { get; set; } = 64L * 1024 * 1024 * 1024;

    /// <summary>A source nobody has used for so long is deleted from the scratch folder.</summary>
    public TimeSpan SourceIdle { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Tasks this replica works on at once.</summary>
    public int Slots { get; set; } = 1;

    /// <summary>A task whose worker is silent for so long is another's.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a worker renews its lease and tells how far it is.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How often an idle worker looks without having been woken.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A task that failed so often ends its job.</summary>
    public int MostFailures { get; set; } = 4;

    /// <summary>A task that took so many workers down with it ends its job.</summary>
    public int MostLosses { get; set; } = 10;

    /// <summary>The first wait after a failure; doubled up to <see cref="LongestRetry"/>.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait between two attempts.</summary>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The wait when catalog, keys or objects are away, or the scratch folder is full; such attempts are not counted.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The least time between two reports of a job's progress.</summary>
    public TimeSpan ReportEvery { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary><c>cenc</c> or <c>cbcs</c>, for packages that are encrypted.</summary>
    public string Scheme { get; set; } = "cenc";

    /// <summary>Objects that are sent or fetched at once, per task.</summary>
    public int Transfers { get; set; } = 8;

    /// <summary>How often the janitor looks.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Work of an ended job stays so long, for writers that do not know yet.</summary>
    public TimeSpan WorkGrace { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Work of a failed or cancelled job stays so long, for a retry to go on from.</summary>
    public TimeSpan WorkRetention { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How often the whole bucket is compared with the jobs.</summary>
    public TimeSpan OrphansEvery { get; set; } = TimeSpan.FromDays(1);

    /// <summary>An object nobody knows is an orphan when it is older than this.</summary>
    public TimeSpan OrphanAge { get; set; } = TimeSpan.FromHours(2);
}
