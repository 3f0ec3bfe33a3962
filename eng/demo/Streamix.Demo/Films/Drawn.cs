using System.Globalization;

namespace Streamix.Demo.Films;

/// <summary>Scenes drawn by a formula. In it x and y are the place from the middle, in heights of the picture, t is the time; 0 is dark and 1 is light.</summary>
internal static class Drawn
{
    /// <summary>Drawn small, slow and enlarged: the formulas are soft, and each pixel costs.</summary>
    private const int MostLines = 120;

    private const int MostRate = 12;

    public static Scene Scene(string name, Func<Chances, string> formula) => new(name, 0, (frame, chances) =>
    {
        var (lines, rate) = (Math.Min(frame.Height, frame.Width > frame.Height ? MostLines : MostLines * 3), Math.Min(frame.Rate, MostRate));
        var width = frame.Width * lines / frame.Height / 2 * 2;
        var from = frame.From.ToString(CultureInfo.InvariantCulture);
        var drawn = $"st(0,(X/W-0.5)*W/H);st(1,Y/H-0.5);st(2,T+{from});255*clip({Places(formula(chances))},0,1)";
        var smooth = rate < frame.Rate ? $",framerate=fps={frame.Rate}" : "";
        return $"nullsrc=s={width}x{lines}:r={rate},format=gray,geq=lum='{drawn}'{smooth},scale={frame.Width}:{frame.Height}:flags=bicubic";
    });

    /// <summary>In a formula §x, §y and §t stand for what was stored.</summary>
    private static string Places(string formula) => formula.Replace("§x", "ld(0)").Replace("§y", "ld(1)").Replace("§t", "ld(2)");
}
