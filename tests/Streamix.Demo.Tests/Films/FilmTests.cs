using System.Diagnostics;
using System.Text.Json;
using Streamix.Demo.Catalogue;
using Streamix.Demo.Films;
using Streamix.Testing;

namespace Streamix.Demo.Tests.Films;

/// <summary>By real ffmpeg, a second of each in a small frame.</summary>
public sealed class FilmTests : IDisposable
{
    private static readonly Ffmpeg Program = new("ffmpeg");
    private readonly string _work = Directory.CreateDirectory(Repository.PathOf(".streamix", "test", $"films-{Guid.NewGuid():n}")).FullName;

    public void Dispose() => Directory.Delete(_work, recursive: true);

    [Fact]
    public async Task Scenes_EachOfThem_DrawAPictureOfTheirOwn()
    {
        List<string> pictures = [];
        foreach (var film in Content.Films.Where(film => film.Footage is null).DistinctBy(film => film.Scene))
        {
            var file = Path.Combine(_work, $"{film.Scene}.gray");
            await Program.RunAsync(["-f", "lavfi", "-i", Scenes.Filter(film, new(320, 180, 12)), "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24", file], default);
            var pixels = await File.ReadAllBytesAsync(file);
            pixels.Length.ShouldBe(320 * 180 * 3, film.Scene);
            pixels.Distinct().Count().ShouldBeGreaterThan(3, $"{film.Scene} is not one colour");
            pictures.Add(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(pixels)));
        }
        pictures.ShouldBeUnique();
        pictures.Count.ShouldBe(Scenes.Names.Count);
    }

    [Fact]
    public async Task Film_Made_HasAPictureAndTwoLanguagesOfSound()
    {
        var showing = Programme.Of(Content.Small)[0];
        var studio = new FilmStudio(Program, _work, "");

        var file = await studio.MakeAsync(showing, default);

        var facts = await ProbeAsync(file.FullName);
        facts.GetProperty("streams").EnumerateArray().Select(Words).ShouldBe(["video h264 ", "audio aac eng", "audio aac ara"]);
        double.Parse(facts.GetProperty("format").GetProperty("duration").GetString()!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(showing.Film!.Seconds, 0.3);
        Directory.GetFiles(_work).ShouldBe([file.FullName], "nothing half made is left");
    }

    [Fact]
    public async Task Film_MadeAlready_IsNotMadeAgain()
    {
        var showing = Programme.Of(Content.Small)[0];
        var made = Path.Combine(_work, $"{showing.Slug}.mkv");
        await File.WriteAllTextAsync(made, "made");

        (await new FilmStudio(new Ffmpeg("no-such-program"), _work, "").MakeAsync(showing, default)).FullName.ShouldBe(made);
    }

    [Fact]
    public async Task Footage_WithSoundOfItsOwn_KeepsItAndEndsInTime()
    {
        await Program.RunAsync(["-f", "lavfi", "-i", "testsrc2=s=128x72:r=24:d=8", "-f", "lavfi", "-i", "sine=d=8", "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", Path.Combine(_work, "real.mp4")], default);
        var output = Path.Combine(_work, "cut.mkv");

        await Program.RunAsync(FilmCommand.Of(Content.Film(1, seconds: 5) with { Footage = "real.mp4" }, "", _work, output), new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);

        (await ProbeAsync(output)).GetProperty("streams").EnumerateArray().Select(Words).ShouldBe(["video h264 ", "audio aac eng", "audio aac ara"]);
    }

    [Fact]
    public async Task Ffmpeg_NotThere_IsSaidSo() =>
        (await Should.ThrowAsync<DemoException>(new Ffmpeg("no-such-program").RunAsync([], default))).Message.ShouldContain("./streamix doctor");

    [Fact]
    public async Task Tunes_OfTwoLanguages_SoundDifferent()
    {
        var music = Content.Film(1).Music;

        (await SamplesAsync(Music.Source(music, "en"))).ShouldNotBe(await SamplesAsync(Music.Source(music, "ar")));
    }

    private async Task<byte[]> SamplesAsync(string source)
    {
        var file = Path.Combine(_work, $"{Guid.NewGuid():n}.pcm");
        await Program.RunAsync(["-f", "lavfi", "-i", source, "-t", "1", "-f", "s16le", file], default);
        var samples = await File.ReadAllBytesAsync(file);
        samples.Distinct().Count().ShouldBeGreaterThan(50, "it is not silent");
        return samples;
    }

    private static string Words(JsonElement stream) =>
        $"{stream.GetProperty("codec_type").GetString()} {stream.GetProperty("codec_name").GetString()} {(stream.TryGetProperty("tags", out var tags) && tags.TryGetProperty("language", out var language) ? language.GetString() : "")}";

    private static async Task<JsonElement> ProbeAsync(string file)
    {
        using var process = Process.Start(new ProcessStartInfo("ffprobe", ["-v", "error", "-of", "json", "-show_streams", "-show_format", file]) { RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
