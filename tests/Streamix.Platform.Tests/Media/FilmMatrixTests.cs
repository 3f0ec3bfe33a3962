using System.Diagnostics;
using Shouldly;
using Streamix.Platform.Tests.Accounts;
using Streamix.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Streamix.Platform.Tests.Media;

/// <summary>Films of all kinds from a file to the viewers.</summary>
[Collection(nameof(AccountsGraph))]
public sealed class FilmMatrixTests(AccountsGraph graph, ITestOutputHelper output)
{
    /// <summary>STREAMIX_FILMS names others, or fewer; full length and size with STREAMIX_FILMS_FULL=1.</summary>
    private static readonly string[] Films = (Environment.GetEnvironmentVariable("STREAMIX_FILMS") is { Length: > 0 } some ? some :
        """
        one-second 240p-4x3 480p-15fps 720p-60fps 1080p-23976 2160p-24fps 50fps variable-rate 120fps portrait rotated anamorphic interlaced wide surround mono silent two-languages late-sound loud
        subtitles hevc vp9 prores mpeg2 mjpeg mkv mov avi ts ten-bit hdr10 full-range ten-minutes big-buck-bunny
        """).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static readonly bool IsFull = Environment.GetEnvironmentVariable("STREAMIX_FILMS_FULL") == "1";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(IsFull ? 30 : 4);

    [LongFact]
    public async Task Films_OfAllKinds_AreEachReadyPublishedAndFound()
    {
        using var made = new MadeFiles();
        foreach (var film in Films) await ComesOutAsync(film, await made.MakeAsync(film, IsFull));
    }

    private async Task ComesOutAsync(string film, (string Name, byte[] Bytes) file)
    {
        using var http = await graph.People.AdministratorAsync();
        using var viewer = await graph.People.ClientOfAsync(await graph.People.SomebodyAsync());
        var (editor, name, clock) = (new Editor(http), $"{film} {Guid.NewGuid():n}"[..(film.Length + 9)], Stopwatch.StartNew());
        var title = await editor.WriteMovieAsync(name);

        var asset = await editor.TranscodedAsync(await editor.UploadAsync(title, file.Bytes, isProtected: film.Length % 2 == 0, file.Name), Patience);

        asset.GetProperty("state").GetString().ShouldBe("ready", $"{film}: {asset}");
        await editor.PublishAsync(title);
        await Until.TrueAsync(async () => (await viewer.FindAsync(name)).Count(found => found == title) == 1, $"{name} is found", TimeSpan.FromSeconds(30));
        var package = asset.GetProperty("package");
        var ladder = string.Join(' ', package.GetProperty("video").EnumerateArray().Select(video => video.GetProperty("name").GetString()));
        output.WriteLine($"{file.Name,-22} {package.GetProperty("duration").GetDouble(),8:0.000} s  {ladder,-34} {clock.Elapsed.TotalSeconds,6:0.0} s");
    }
}
