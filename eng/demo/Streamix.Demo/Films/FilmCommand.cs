using System.Globalization;

namespace Streamix.Demo.Films;

/// <summary>ffmpeg's arguments for a film: its picture, a title that fades in and out, and the tune in two languages.</summary>
internal static class FilmCommand
{
    private static readonly string[] Encoding = ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "20", "-g", "48", "-pix_fmt", "yuv420p", "-threads", "1", "-c:a", "aac", "-ac", "2", "-b:a", "96k"];

    /// <param name="film">The recipe.</param>
    /// <param name="titleFile">Has the title as text: so no character of it means anything to ffmpeg.</param>
    /// <param name="footage">The folder of <see cref="FilmRecipe.Footage"/>.</param>
    /// <param name="output">A file.</param>
    public static IReadOnlyList<string> Of(FilmRecipe film, string titleFile, string footage, string output)
    {
        string[] tunes = [.. Captions.Languages.Skip(film.Footage is null ? 0 : 1).SelectMany(language => (string[])["-f", "lavfi", "-i", Music.Source(film.Music, language)])];
        return
        [
            .. film.Footage is { } file ? (string[])["-i", Path.Combine(footage, file)] : ["-f", "lavfi", "-i", Scenes.Filter(film, new(film.Width, film.Height, FilmRecipe.Rate))],
            .. tunes, "-filter_complex", $"[0:v]{Picture(film, titleFile)}[v];{Sound(film)}", "-map", "[v]", "-map", "[a0]", "-map", "[a1]",
            "-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=ara", "-t", film.Seconds.ToString(CultureInfo.InvariantCulture), .. Encoding, output,
        ];
    }

    private static string Picture(FilmRecipe film, string titleFile)
    {
        var end = film.Seconds - 1;
        var writing = Fonts.Bold is { } font && film.Footage is null
            ? $",drawtext=fontfile='{font}':textfile='{titleFile}':expansion=none:fontsize=h/11:fontcolor=white:shadowcolor=black@0.6:shadowx=2:shadowy=2:x=(w-tw)/2:y=h*0.72:alpha='clip(min((t-0.6)/0.8,(5-t)/1),0,1)'"
            : "";
        return $"scale={film.Width}:{film.Height},setsar=1{writing},fade=in:st=0:d=0.7,fade=out:st={end}:d=1,format=yuv420p";
    }

    /// <summary>Footage keeps its own sound; the second language has the tune over it.</summary>
    private static string Sound(FilmRecipe film)
    {
        var fade = FormattableString.Invariant($"afade=in:d=0.6,afade=out:st={film.Seconds - 1.5}:d=1.5");
        return film.Footage is null
            ? $"[1:a]aecho=0.8:0.7:90|180:0.3|0.2,{fade}[a0];[2:a]aecho=0.8:0.7:60|140:0.3|0.2,{fade}[a1]"
            : $"[0:a]aformat=channel_layouts=stereo,asplit[o][p];[o]{fade}[a0];[p]volume=0.5[q];[1:a]aformat=channel_layouts=stereo,volume=0.6[r];[q][r]amix=duration=shortest,{fade}[a1]";
    }
}
