namespace Streamix.Media.Transcoder.Pipeline.Sandbox;

/// <summary>A tool ended without its result.</summary>
internal sealed class ToolFailure(string tool, string reason, IReadOnlyList<string> said, bool expired) : Exception(expired ? $"{tool} took too long." : $"{tool} failed: {reason}")
{
    /// <summary>Its last lines.</summary>
    public IReadOnlyList<string> Said { get; } = said;

    /// <summary>It was stopped for the time it took.</summary>
    public bool Expired { get; } = expired;

    public bool Mentions(string text) => Said.Any(line => line.Contains(text, StringComparison.OrdinalIgnoreCase));
}
