namespace Streamix.Media.Transcoder.Jobs;

/// <summary>Names of states, and which may follow which.</summary>
internal static class JobStates
{
    private static readonly Dictionary<JobState, JobState[]> Next = new()
    {
        [JobState.Waiting] = [JobState.Running, JobState.Paused, JobState.Cancelled],
        [JobState.Running] = [JobState.Paused, JobState.Done, JobState.Rejected, JobState.Failed, JobState.Cancelled],
        [JobState.Paused] = [JobState.Waiting, JobState.Rejected, JobState.Failed, JobState.Cancelled],
        [JobState.Done] = [],
        [JobState.Rejected] = [],
        [JobState.Failed] = [JobState.Waiting],
        [JobState.Cancelled] = [JobState.Waiting],
    };

    public static bool MayBecome(this JobState from, JobState to) => Next[from].Contains(to);

    public static bool HasEnded(this JobState state) => state is JobState.Done or JobState.Rejected or JobState.Failed or JobState.Cancelled;

    public static string Name(this JobState state) => state switch
    {
        JobState.Waiting => "waiting",
        JobState.Running => "running",
        JobState.Paused => "paused",
        JobState.Done => "done",
        JobState.Rejected => "rejected",
        JobState.Failed => "failed",
        JobState.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static JobState Parse(string name) => TryParse(name, out var state) ? state : throw new ArgumentOutOfRangeException(nameof(name));

    public static bool TryParse(string name, out JobState state)
    {
        foreach (var known in Enum.GetValues<JobState>())
            if (known.Name() == name)
            {
                state = known;
                return true;
            }
        state = default;
        return false;
    }
}
