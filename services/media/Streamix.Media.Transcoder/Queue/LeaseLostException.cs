namespace Streamix.Media.Transcoder.Queue;

/// <summary>Somebody else has the task, or nobody wants it any more. Nothing was written.</summary>
internal sealed class LeaseLostException(TaskLease lease) : Exception($"The lease of {lease} is over.");
