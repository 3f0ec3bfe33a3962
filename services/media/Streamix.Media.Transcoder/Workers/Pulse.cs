namespace Streamix.Media.Transcoder.Workers;

/// <summary>What a worker is at and how far, for its heart to tell.</summary>
internal sealed class Pulse
{
    private volatile Beat _now = new(null, 0);

    public Beat Now => _now;

    /// <summary>Begins a step that takes the work from one fraction to another.</summary>
    public IProgress<double> Begin(string? step, double from = 0, double to = 1)
    {
        _now = new(step, from);
        return new Stretch(this, step, from, to);
    }

    /// <param name="Step">See <see cref="Jobs.JobStages"/>; null where the task's kind says it all.</param>
    /// <param name="Fraction">0 to 1.</param>
    internal sealed record Beat(string? Step, double Fraction);

    private sealed class Stretch(Pulse pulse, string? step, double from, double to) : IProgress<double>
    {
        public void Report(double value) => pulse._now = new(step, from + Math.Clamp(value, 0, 1) * (to - from));
    }
}
