namespace Streamix.Media.Transcoder.Pipeline.Sandbox;

/// <summary>The last lines of a tool. Progress is left out.</summary>
internal sealed class Said(int most)
{
    private readonly Queue<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines) return [.. _lines];
        }
    }

    /// <summary>The line that names the cause, as far as one can tell.</summary>
    public string Reason => Lines.LastOrDefault(line => line.Length > 0 && !line.StartsWith("Conversion failed", StringComparison.Ordinal)) ?? "it said nothing";

    public void Add(string? line)
    {
        if (line is null || line.StartsWith("frame=", StringComparison.Ordinal) || line.StartsWith("size=", StringComparison.Ordinal)) return;
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > most) _lines.Dequeue();
        }
    }
}
