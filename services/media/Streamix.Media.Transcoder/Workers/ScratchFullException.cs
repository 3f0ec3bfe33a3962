namespace Streamix.Media.Transcoder.Workers;

/// <summary>There is no room in the scratch folder now; <paramref name="never"/>: nor would there be if it were empty.</summary>
internal sealed class ScratchFullException(long bytes, long limit, bool never)
    : Exception($"{bytes} bytes of scratch space are needed; the limit is {limit}.")
{
    public bool Never { get; } = never;
}
