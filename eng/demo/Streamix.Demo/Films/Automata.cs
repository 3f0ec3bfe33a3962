using System.Globalization;

namespace Streamix.Demo.Films;

/// <summary>Scenes of fractals and cellular automata, as ffmpeg has them.</summary>
internal static class Automata
{
    private static readonly (string X, string Y)[] Coasts = [("-0.743643", "0.131825"), ("-0.1592", "1.0317"), ("-1.25066", "0.02012"), ("0.2925755", "0.0149977"), ("-0.748", "0.1")];

    public static readonly Scene[] All =
    [
        new("mandelbrot", 0, (frame, c) => Mandelbrot(frame, c, frame.Width, frame.Height)),
        new("kaleidoscope", 0, (frame, c) =>
            $"{Mandelbrot(frame, c, frame.Width / 2, frame.Height / 2)},split=4[a][b][c][d];[b]hflip[b];[c]vflip[c];[d]hflip,vflip[d];[a][b]hstack[e];[c][d]hstack[f];[e][f]vstack"),
        new("life", 6, (frame, c) =>
            $"life=s={Small(frame, 4)}:r={Half(frame)}:mold={c.Whole(8, 30)}:ratio={c.Next(0.3, 0.5)}:seed={c.Whole(1, 9999)}:life_color=white:death_color=#303030:mold_color=#707070,{Enlarge(frame)}"),
        new("maze", 8, (frame, c) =>
            $"life=s={Small(frame, 6)}:r={Half(frame)}:rule=B3/S12345:ratio=0.03:mold=60:seed={c.Whole(1, 9999)}:life_color=white:death_color=#282828:mold_color=#888888,{Enlarge(frame)}"),
        new("cellauto", 5, (frame, c) =>
            $"cellauto=s={Small(frame, 4)}:r={frame.Rate}:rule={c.One(30, 90, 110, 45, 105)}:seed={c.Whole(1, 9999)}:ratio=0.1,format=gray,{Enlarge(frame)},gblur=sigma=1"),
        new("sierpinski", 0, (frame, c) =>
            $"sierpinski=s={frame.Width}x{frame.Height}:r={frame.Rate}:type={c.One("carpet", "triangle")}:seed={c.Whole(1, 9999)}:jump=90,format=gray,gblur=sigma=1.4"),
        new("gradients", 0, (frame, c) =>
            $"gradients=s={frame.Width}x{frame.Height}:r={frame.Rate}:c0=black:c1=white:c2=gray:c3=white:c4=black:n=5:seed={c.Whole(1, 9999)}:speed=0.03,format=gray,gblur=sigma=12"),
    ];

    private static string Mandelbrot(Frame frame, Chances c, int width, int height)
    {
        var (x, y) = c.One(Coasts);
        var scale = (1.4 * Math.Pow(0.9, frame.From)).ToString("0.#####", CultureInfo.InvariantCulture);
        return $"mandelbrot=s={width / 2 * 2}x{height / 2 * 2}:r={frame.Rate}:maxiter=600:start_x={x}:start_y={y}:start_scale={scale}:end_scale={c.Next(0.01, 0.05)}:end_pts={frame.Rate * 30}:"
            + "outer=normalized_iteration_count:inner=black,format=gray,gblur=sigma=0.8";
    }

    private static string Small(Frame frame, int by) => $"{frame.Width / by / 2 * 2}x{frame.Height / by / 2 * 2}";

    /// <summary>Cells are to be seen living.</summary>
    private static int Half(Frame frame) => Math.Max(1, frame.Rate / 2);

    private static string Enlarge(Frame frame) => $"fps={frame.Rate},format=gray,scale={frame.Width}:{frame.Height}:flags=neighbor";
}
