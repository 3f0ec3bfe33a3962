using System.Net;
using System.Net.Http.Json;
using Shouldly;
using Streamix.Platform.Tests.Accounts;
using Streamix.Platform.Tests.Media.Faults;
using Xunit;
using Xunit.Abstractions;

namespace Streamix.Platform.Tests.Media;

/// <summary>Whatever somebody uploads: it is refused for a reason that a person understands, and disturbs nobody.</summary>
[Collection(nameof(AccountsGraph))]
public sealed class HostileFileTests(AccountsGraph graph, ITestOutputHelper output)
{
    private static readonly string[] Telling = ["playlist-local-file", "cut-in-half", "endless", "sound-only"];

    private static readonly string[] Others =
    [
        "empty", "one-byte", "random", "random-with-header", "text", "pdf", "program", "picture-png", "picture-jpeg", "archive", "gzip-bomb", "compressed-index-bomb", "cut-before-index", "cut-mkv",
        "cut-avi", "cut-after-header", "header-only", "playlist-other-host", "playlist-key", "manifest", "script-concat", "session-description", "playlist-pls", "playlist-asx", "svg", "sound-with-cover",
        "subtitles-only", "one-pixel", "huge-frame", "endless-mkv", "lying-count", "lying-size", "lying-box", "nested-boxes", "scrambled-picture", "protected", "unknown-codec", "unknown-container",
        "points-to-file", "nothing-but-header-frames",
    ];

    private static readonly string[] Names = Environment.GetEnvironmentVariable("STREAMIX_LONG") == "1" ? [.. Telling, .. Others] : Telling;

    [Fact]
    public async Task HostileFiles_Uploaded_AreEachRejectedForAReasonAndDisturbNobody()
    {
        var before = await StandAsync();
        using var http = await graph.People.AdministratorAsync();
        var (editor, assets) = (new Editor(http), new Dictionary<string, Guid>(StringComparer.Ordinal));
        using var made = new MadeFiles();
        foreach (var name in Names)
        {
            var (file, bytes) = await made.MakeAsync(name);
            var title = await editor.WriteMovieAsync($"Pretender {name}");
            if (bytes.Length == 0) await IsRefusedAtTheDoorAsync(http, title, file);
            else assets[file] = await editor.UploadAsync(title, bytes, isProtected: false, file);
        }

        foreach (var (file, asset) in assets) await IsRejectedAsync(editor, file, asset);

        (await new MediaBooks(graph).TroublesAsync()).Where(trouble => assets.ContainsValue(trouble.Key)).SelectMany(trouble => trouble).ShouldBeEmpty("each was refused at once, and took no worker down");
        var good = await editor.TranscodedAsync(await editor.UploadAsync(await editor.WriteMovieAsync("Honest film"), await Footage.MakeAsync(), isProtected: false));
        good.GetProperty("state").GetString().ShouldBe("ready", good.ToString());
        (await StandAsync()).ShouldBe(before);
    }

    private async Task IsRejectedAsync(Editor editor, string file, Guid asset)
    {
        var view = await editor.TranscodedAsync(asset);
        view.GetProperty("state").GetString().ShouldBe("rejected", file);
        var (code, reason) = (view.GetProperty("code").GetString(), view.GetProperty("reason").GetString()!);
        output.WriteLine($"{file,-34} {code,-22} {reason}");
        reason.ShouldMatch(@"^[A-Z][^\n/\\{}]{10,}\.$", file);
        (await editor.StateAsync(view.GetProperty("titleId").GetGuid())).ShouldBe("draft", file);
    }

    private async Task IsRefusedAtTheDoorAsync(HttpClient http, Guid title, string file)
    {
        using var answer = await http.PostAsJsonAsync("/api/v1/catalog/uploads", new { titleId = title, fileName = file, bytes = 0, contentType = "video/mp4" });
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, file);
        var said = (await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("errors").GetProperty("bytes")[0].GetString();
        output.WriteLine($"{file,-34} {"(not taken)",-22} bytes {said}");
    }

    /// <summary>Every process of the flow: none is another one afterwards.</summary>
    private async Task<string> StandAsync()
    {
        List<string> lines = [];
        foreach (var (resource, replicas) in new[] { ("media-transcoder", 2), ("media-catalog", 1), ("media-drm", 1), ("discovery-indexer", 1), ("discovery-search", 1), ("local-s3", 1), ("infra-gateway", 2) })
        {
            await graph.Application.ResourceNotifications.WaitForResourceHealthyAsync(resource).WaitAsync(TimeSpan.FromSeconds(30));
            lines.AddRange((await GraphProcess.AllOfAsync(graph.Application, resource, replicas)).Select(process => $"{resource} {process.Id}"));
        }
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }
}
