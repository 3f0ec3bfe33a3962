using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Wrapping;
using Streamix.Media.Tests.Drm.Hosting;
using Streamix.Testing;

namespace Streamix.Media.Tests.Drm;

public sealed class RotationTests : IAsyncLifetime
{
    private readonly DrmHost _before = new() { KeyEncryptionKeys = [DrmHost.Secret()] };
    private readonly string _new = DrmHost.Secret();

    public Task InitializeAsync() => _before.InitializeAsync();

    public async Task DisposeAsync() => await _before.DisposeAsync();

    [Fact]
    public async Task Rotation_WhileServing_RewrapsEverythingAndEveryAnswerIsRight()
    {
        List<Scene> scenes = [];
        for (var i = 0; i < 60; i++)
            scenes.Add(await Scene.SetAsync(_before));
        await using var ready = new DrmHost
        {
            Database = _before.Database, Time = _before.Time, KeyEncryptionKeys = _before.KeyEncryptionKeys, Settings = { ["Drm:NextKeyEncryptionKey"] = _new },
        };
        await using var one = _before.Replica(_new, _before.KeyEncryptionKeys[0]);
        await using var two = _before.Replica(_new, _before.KeyEncryptionKeys[0]);

        var rounds = Task.WhenAll(one.Get<Rewrapper>().RunAsync(default), two.Get<Rewrapper>().RunAsync(default));
        var served = await Task.WhenAll(scenes.Select((scene, i) => ServeAsync(scene with { Host = i % 2 == 0 ? ready : one })));
        await rounds;
        await Until.TrueAsync(async () => await UnderAsync(one.Get<KeyWrap>().Current) == scenes.Count * 4, "all keys are under the new secret");
        served.ShouldAllBe(same => same);

        await using var after = _before.Replica(_new);
        (await Task.WhenAll(scenes.Select(scene => ServeAsync(scene with { Host = after })))).ShouldAllBe(same => same);
    }

    [Fact]
    public async Task Rotation_CutOffAndTakenUpAgain_GoesOnWhereItWas()
    {
        for (var i = 0; i < 30; i++)
            await Scene.SetAsync(_before);
        await using var after = _before.Replica(_new, _before.KeyEncryptionKeys[0]);
        var current = _before.Get<KeyWrap>().Current;
        var half = await _before.QueryAsync(db => db.ContentKeys.OrderBy(k => k.Id).Take(60).ToListAsync());
        await _before.QueryAsync(async db =>
        {
            foreach (var key in half)
                key.Rewrap(after.Get<KeyWrap>());
            db.UpdateRange(half);
            return await db.SaveChangesAsync();
        });
        await Until.TrueAsync(async () => await UnderAsync(current) == 0, "the rest is wrapped again by the replica's own rounds");
        (await UnderAsync(after.Get<KeyWrap>().Current)).ShouldBe(120);
        (await after.Get<Rewrapper>().RunAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task Rotation_KeyThatDoesNotOpen_IsLeftAndReported()
    {
        var scene = await Scene.SetAsync(_before, "sd", "hd");
        var bad = Streamix.Media.Drm.Keys.KeyId.Read(scene.Key("sd").KeyId.Span);
        await _before.QueryAsync(db => db.Database.ExecuteSqlAsync($"UPDATE content_keys SET wrapped = set_byte(wrapped, 0, get_byte(wrapped, 0) # 1) WHERE id = {bad}"));
        await using var after = _before.Replica(_new, _before.KeyEncryptionKeys[0]);
        await Until.TrueAsync(async () => await UnderAsync(after.Get<KeyWrap>().Current) == 1, "the replica's own round has wrapped the good one");
        await Until.TrueAsync(() => after.Logs.ToString().Contains($"Content key {bad} cannot be opened: it is not what was wrapped"), "the bad one is told of");
        (await after.Get<Rewrapper>().RunAsync(default)).ShouldBe(0);
        (await UnderAsync(_before.Get<KeyWrap>().Current)).ShouldBe(1);
    }

    [Fact]
    public async Task KeyEncryption_DuringARotation_TellsHowFarItIs()
    {
        await Scene.SetAsync(_before, "sd", "hd");
        await using var stranger = _before.Replica(_new);
        using var admin = stranger.Admin();
        var keys = (await (await admin.GetAsync("/drm/key-encryption")).ShouldBeAsync(200)).EnumerateArray().ToArray();
        keys.Select(Row).ShouldBe([(stranger.Get<KeyWrap>().Current, true, true, 0), (_before.Get<KeyWrap>().Current, false, false, 2)]);
        (await stranger.CreateClient().GetAsync("/drm/key-encryption")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static (string?, bool, bool, int) Row(JsonElement key) =>
        (key.GetProperty("id").GetString(), key.GetProperty("current").GetBoolean(), key.GetProperty("configured").GetBoolean(), key.GetProperty("contentKeys").GetInt32());

    private static async Task<bool> ServeAsync(Scene scene)
    {
        using var answer = await scene.LicenseAsync(await scene.AuthoriseAsync(), scene.Kid("hd"));
        return (await answer.ShouldBeAsync(200)).GetProperty("keys")[0].GetProperty("k").GetString() == Scene.Text(scene.Key("hd").Key);
    }

    private Task<int> UnderAsync(string id) => _before.QueryAsync(db => db.ContentKeys.CountAsync(k => k.WrappedWith == id));
}
