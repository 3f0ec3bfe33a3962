namespace Aspire.Hosting.Dcp;

/// <summary>What a starting process wrote, for the message of its failure.</summary>
internal sealed class StartupOutput
{
    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = new();

    public void Add(string? line)
    {
        if (line is null)
            return;
        lock (_gate)
        {
            _lines.Enqueue(line);
            if (_lines.Count > 50)
                _lines.Dequeue();
        }
    }

    public override string ToString()
    {
        lock (_gate)
            return _lines.Count == 0 ? "It wrote nothing." : "It wrote:" + Environment.NewLine + string.Join(Environment.NewLine, _lines);
    }
}
