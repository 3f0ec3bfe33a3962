namespace Streamix.Media.Transcoder.Jobs;

/// <summary>Where a job is.</summary>
internal enum JobState
{
    /// <summary>No worker has begun.</summary>
    Waiting,

    /// <summary>Workers are at it.</summary>
    Running,

    /// <summary>By an operator, until it is resumed.</summary>
    Paused,

    /// <summary>The package is whole.</summary>
    Done,

    /// <summary>The file is not fit; for good.</summary>
    Rejected,

    /// <summary>It failed more often than it may; can be retried.</summary>
    Failed,

    /// <summary>By an operator, or with its asset; the former can be retried.</summary>
    Cancelled,
}
