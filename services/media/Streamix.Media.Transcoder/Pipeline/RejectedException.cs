namespace Streamix.Media.Transcoder.Pipeline;

/// <summary>The file is not fit to be a title; trying again would not help.</summary>
/// <param name="code">See <see cref="RejectCodes"/>.</param>
/// <param name="reason">A sentence for the person who uploaded it.</param>
internal sealed class RejectedException(string code, string reason) : Exception(reason)
{
    public string Code { get; } = code;

    public string Reason { get; } = reason;
}
