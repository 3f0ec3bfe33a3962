namespace Streamix.Media.Transcoder.Pipeline.Ladders;

/// <summary>A step of the standard ladder, for film at up to 30 frames a second and of average complexity.</summary>
/// <param name="Lines">As many as a 16:9 frame of it has.</param>
/// <param name="Cap">Kilobits per second.</param>
internal sealed record Rung(int Lines, int Cap)
{
    /// <summary>Each about twice the pixels of the one below: closer ones cost more than a viewer gains.</summary>
    public static readonly IReadOnlyList<Rung> Standard =
        [new(240, 450), new(360, 900), new(480, 1500), new(720, 3000), new(1080, 5500), new(1440, 10_000), new(2160, 17_000)];

    /// <summary>What a frame between two steps would be capped at: bits grow slower than pixels.</summary>
    public static int CapOf(int lines)
    {
        var next = Standard.FirstOrDefault(rung => rung.Lines >= lines) ?? Standard[^1];
        return (int)Math.Round(next.Cap * Math.Pow((double)lines / next.Lines, 1.6));
    }
}
