using System.Text.Json;
using Shouldly;
using Streamix.Platform.Tests.Accounts;
using Streamix.Testing;
using Xunit;

namespace Streamix.Platform.Tests.Media;

/// <summary>Flow 3: from a file on an editor's machine to a film that viewers find.</summary>
[Collection(nameof(AccountsGraph))]
public sealed class PublishingFlowTests(AccountsGraph graph)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task File_UploadedTranscodedAndPublished_IsFoundByAViewer(bool isProtected)
    {
        using var http = await graph.People.AdministratorAsync();
        var (editor, name) = (new Editor(http), $"Zanzibar {Guid.NewGuid():n}"[..20]);
        var title = await editor.WriteMovieAsync(name);

        var asset = await editor.TranscodedAsync(await editor.UploadAsync(title, await Footage.MakeAsync(), isProtected));

        asset.GetProperty("state").GetString().ShouldBe("ready", asset.ToString());
        var package = asset.GetProperty("package");
        package.GetProperty("duration").GetDouble().ShouldBe(3, 0.05);
        package.GetProperty("protection").ValueKind.ShouldBe(isProtected ? JsonValueKind.Object : JsonValueKind.Null);
        using var viewer = await graph.People.ClientOfAsync(await graph.People.SomebodyAsync());
        (await viewer.FindAsync(name)).ShouldNotContain(title, "nobody has published it");

        await editor.PublishAsync(title);

        await Until.TrueAsync(async () => (await viewer.FindAsync(name)).Contains(title), $"{name} is found");
        using var page = await viewer.GetAsync($"/api/v1/catalog/titles/{title}");
        page.IsSuccessStatusCode.ShouldBeTrue(await page.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task File_ThatIsNoVideo_IsRejectedWithAReason()
    {
        using var http = await graph.People.AdministratorAsync();
        var editor = new Editor(http);
        var title = await editor.WriteMovieAsync($"Not a film {Guid.NewGuid():n}"[..24]);

        var asset = await editor.TranscodedAsync(await editor.UploadAsync(title, [.. Enumerable.Repeat((byte)'x', 5000)], isProtected: false));

        asset.GetProperty("state").GetString().ShouldBe("rejected");
        asset.GetProperty("reason").GetString().ShouldNotBeNullOrEmpty();
    }
}
