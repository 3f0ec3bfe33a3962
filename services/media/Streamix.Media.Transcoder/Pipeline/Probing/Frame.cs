namespace Streamix.Media.Transcoder.Pipeline.Probing;

/// <summary>Sizes of frames.</summary>
internal static class Frame
{
    /// <summary>As it is shown: square pixels, upright, even sides, and no side longer than it was stored.</summary>
    public static (int Width, int Height) Shown(int width, int height, double pixelAspect, int rotation)
    {
        // Wide pixels are made square by more columns, narrow ones by more lines: the other side keeps what it has.
        var (shownWidth, shownHeight) = pixelAspect >= 1 ? (Even(width * pixelAspect), Even(height)) : (Even(width), Even(height / pixelAspect));
        return rotation is 90 or 270 ? (shownHeight, shownWidth) : (shownWidth, shownHeight);
    }

    /// <summary>4:2:0 needs even sides.</summary>
    public static int Even(double side) => Math.Max(2, (int)Math.Floor(side / 2 + 0.25) * 2);

    /// <summary>How many lines a 16:9 screen needs to show it whole: what a rung is named after.</summary>
    public static int Lines(int width, int height)
    {
        var (shorter, longer) = (Math.Min(width, height), Math.Max(width, height));
        return Math.Max(shorter, Even(longer * 9 / 16.0));
    }
}
