using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Streamix.Media.Catalog.Storing;
using Streamix.Media.Tests.Catalog;
using Streamix.ServiceDefaults.Storage;
using Streamix.Testing;

namespace Streamix.Media.Tests.Uploads;

/// <summary>Whatever dies in the middle, an upload ends once and leaves nothing behind.</summary>
public sealed class UploadFaultTests(UploadFaultTests.Scene scene) : IClassFixture<UploadFaultTests.Scene>
{
    private static readonly byte[] File = UploadCalls.File(9 << 20, seed: 4);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2.1);

    [Fact]
    public async Task Complete_CrashAfterTheStoresPart_IsHealedOnce()
    {
        var sending = await SentAsync();
        scene.Trouble.DiesAfterCompletion = true;
        await sending.CompleteAsync().ShouldBeAsync(503);
        scene.Trouble.DiesAfterCompletion = false;
        (await sending.StateAsync()).ShouldBe("completing");
        (await Sending.CodeAsync(await sending.CompleteAsync().ShouldBeAsync(409))).ShouldBe("upload-completing");
        (await Sending.CodeAsync(await sending.AbortAsync().ShouldBeAsync(409))).ShouldBe("upload-completing");
        await scene.SweepAsync();
        (await sending.StateAsync()).ShouldBe("completing");
        await HealedAsync(sending);
    }

    [Fact]
    public async Task Complete_CrashBeforeTheStoresPart_IsHealedOnce()
    {
        var sending = await SentAsync();
        scene.Trouble.DiesBeforeCompletion = true;
        await sending.CompleteAsync().ShouldBeAsync(503);
        scene.Trouble.DiesBeforeCompletion = false;
        await HealedAsync(sending);
    }

    [Fact]
    public async Task Complete_PartReplacedBetweenComparisonAndCompletion_IsOpenAgain()
    {
        var sending = await SentAsync();
        scene.Trouble.BeforeCompletion = () => sending.SendAsync(1, UploadCalls.File(UploadCalls.PartBytes, seed: 5));
        await sending.CompleteAsync().ShouldBeAsync(409, "Complete the upload again");
        scene.Trouble.BeforeCompletion = null;
        (await sending.StateAsync()).ShouldBe("open");
        await sending.SendAsync(1);
        await sending.CompleteAsync().ShouldBeAsync(200);
    }

    [Fact]
    public async Task Start_CrashBeforeTheStoreAnswers_IsOpenedByTheRepeat()
    {
        var (title, key, editor) = (await scene.MovieAsync(), Guid.NewGuid().ToString(), scene.Editor);
        scene.Trouble.DiesAtStart = true;
        await editor.StartAsync(title, 100, key: key).ShouldBeAsync(503);
        scene.Trouble.DiesAtStart = false;
        var repeated = await CatalogHost.JsonAsync(await editor.StartAsync(title, 100, key: key));
        repeated.GetProperty("upload").GetProperty("state").GetString().ShouldBe("open");
        repeated.GetProperty("urls").GetProperty("items").GetArrayLength().ShouldBe(1);
        (await scene.QueryAsync(db => db.Uploads.CountAsync(u => u.TitleId == title))).ShouldBe(1);
    }

    [Fact]
    public async Task Start_CrashAfterTheStoresPart_LeavesNothingBesideTheFile()
    {
        var (title, key, editor) = (await scene.MovieAsync(), Guid.NewGuid().ToString(), scene.Editor);
        scene.Trouble.DiesAfterStart = true;
        await editor.StartAsync(title, File.Length, key: key).ShouldBeAsync(503);
        scene.Trouble.DiesAfterStart = false;
        var sending = scene.Sending(await CatalogHost.JsonAsync(await editor.StartAsync(title, File.Length, key: key)), File);
        (await scene.KeysAsync(scene.Sources, $"catalog/{sending.Asset}/")).Count.ShouldBe(2);
        await sending.SendAllAsync();
        await sending.CompleteAsync().ShouldBeAsync(200);
        (await scene.KeysAsync(scene.Sources, $"catalog/{sending.Asset}/")).ShouldBe([$"catalog/{sending.Asset}/source"]);
    }

    [Fact]
    public async Task Abandoned_AfterItsTime_EndsAndLeavesNothing()
    {
        var sending = await SentAsync();
        scene.Host.Time.Advance(TimeSpan.FromHours(23));
        await scene.SweepAsync();
        (await sending.StateAsync()).ShouldBe("open");
        await sending.SignAsync(new { }).ShouldBeAsync(200);
        scene.Host.Time.Advance(TimeSpan.FromHours(23));
        await scene.SweepAsync();
        (await sending.StateAsync()).ShouldBe("open");
        scene.Host.Time.Advance(TimeSpan.FromHours(1.1));
        await scene.SweepAsync();
        (await Sending.CodeAsync(await sending.CompleteAsync().ShouldBeAsync(409))).ShouldBe("upload-expired");
        (await scene.KeysAsync(scene.Sources, $"catalog/{sending.Asset}/")).ShouldBeEmpty();
        (await sending.AssetAsync()).GetProperty("code").GetString().ShouldBe("upload-expired");
    }

    [Fact]
    public async Task Sweep_BySeveralReplicas_DoesEachOnce()
    {
        List<Sending> crashed = [];
        scene.Trouble.DiesAfterCompletion = true;
        for (var i = 0; i < 6; i++)
        {
            crashed.Add(await SentAsync());
            await crashed[^1].CompleteAsync().ShouldBeAsync(503);
        }
        scene.Trouble.DiesAfterCompletion = false;
        scene.Host.Time.Advance(Lease);
        await using var other = scene.Replica();
        await other.InitializeAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => (i % 2 == 0 ? other : scene.Host).Services.GetRequiredService<Janitor>().SweepAsync(default)));
        foreach (var sending in crashed)
        {
            (await sending.StateAsync()).ShouldBe("completed");
            (await scene.EventsAsync(sending.Asset, "media.asset.uploaded")).ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task Url_Expired_IsSignedAgain()
    {
        await using var hasty = scene.Replica(("Catalog:UrlLifetime", "00:00:01"));
        await hasty.InitializeAsync();
        var started = await CatalogHost.JsonAsync(await hasty.Editor().StartAsync(await scene.MovieAsync(), File.Length));
        var sending = scene.Sending(started, File);
        await Until.TrueAsync(async () => (await UploadCalls.PutAsync(sending.Urls[0], [1])).StatusCode == HttpStatusCode.Forbidden, "the address has expired");
        foreach (var number in (int[])[1, 2])
        {
            var url = (await sending.SignedAsync(new { parts = new[] { new { number } } })).Single();
            sending.ETags[number] = (await UploadCalls.PutAsync(url, sending.Part(number))).Headers.ETag!.Tag;
        }
        await sending.CompleteAsync().ShouldBeAsync(200);
    }

    [Fact]
    public async Task Part_BrokenOff_IsNotThereAndSentAgain()
    {
        var sending = await scene.StartedAsync(await scene.MovieAsync(), File);
        using var http = new HttpClient();
        await Should.ThrowAsync<HttpRequestException>(http.PutAsync(sending.Urls[0].GetProperty("url").GetString(), new BrokenContent(sending.Part(1))));
        (await CatalogHost.JsonAsync(await sending.ArrivedAsync())).GetProperty("count").GetInt32().ShouldBe(0);
        await sending.SendAllAsync();
        await sending.CompleteAsync().ShouldBeAsync(200);
    }

    private async Task<Sending> SentAsync()
    {
        var sending = await scene.StartedAsync(await scene.MovieAsync(), File);
        await sending.SendAllAsync();
        return sending;
    }

    private async Task HealedAsync(Sending sending)
    {
        scene.Host.Time.Advance(Lease);
        await scene.SweepAsync();
        (await sending.StateAsync()).ShouldBe("completed");
        (await sending.AssetAsync()).GetProperty("state").GetString().ShouldBe("uploaded");
        (await scene.EventsAsync(sending.Asset, "media.asset.uploaded")).ShouldHaveSingleItem();
        (await scene.KeysAsync(scene.Sources, $"catalog/{sending.Asset}/")).ShouldBe([$"catalog/{sending.Asset}/source"]);
    }

    /// <summary>A catalog that dies where a test says.</summary>
    public sealed class Scene : AssetScene
    {
        internal StoreTrouble Trouble { get; } = new();

        private protected override void Change(IServiceCollection services)
        {
            var real = services.Single(s => s.ServiceType == typeof(IMultipartUploads));
            services.Replace(ServiceDescriptor.Singleton<IMultipartUploads>(provider =>
                new DyingUploads((IMultipartUploads)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!), Trouble)));
        }
    }
}
