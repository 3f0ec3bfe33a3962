using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Users.Profile.Avatars;

namespace Streamix.Users.Tests.Profile;

public sealed class PrivacyTests(ProfileHost host) : IClassFixture<ProfileHost>
{
    private readonly Guid _account = Guid.CreateVersion7();

    private HttpClient Me => host.User(_account);

    private HttpClient Saga => host.Service("users-account");

    private string Address => $"/internal/personal-data/{_account}";

    [Fact]
    public async Task Export_HasProfilesPreferencesAndPictureButNoPin()
    {
        var id = await Me.CreatedAsync("Ana");
        await Me.SetPinAsync(id, "2580").ShouldBeAsync(204);
        await Me.UploadedAsync(id, Pictures.Jpeg);
        await Me.CreatedAsync("Bo");
        var export = (await ProfileHost.JsonAsync(await Saga.GetAsync(Address))).GetProperty("profiles");
        export.EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldBe(["Ana", "Bo"]);
        export[0].GetProperty("hasPin").GetBoolean().ShouldBeTrue();
        export[0].GetProperty("preferences").GetProperty("autoplayNext").GetBoolean().ShouldBeTrue();
        export[0].GetProperty("avatar").GetProperty("base64").GetBytesFromBase64()[8..12].ShouldBe("WEBP"u8.ToArray());
        export.ToString().ShouldNotContain("hash", Case.Insensitive);
    }

    [Fact]
    public async Task Erase_LeavesNothingInDatabaseAndStore()
    {
        var id = await Me.CreatedAsync("Ana");
        await Me.SetPinAsync(id, "2580").ShouldBeAsync(204);
        await Me.UploadedAsync(id, Pictures.Jpeg);
        await Me.UploadedAsync(id, Pictures.Png);
        var neighbour = host.User();
        var other = await neighbour.CreatedAsync("Other");
        await neighbour.UploadedAsync(other, Pictures.Png);

        (await ErasedAsync()).ShouldBeGreaterThan(0);
        (await ErasedAsync()).ShouldBe(0);
        (await host.KeysAsync($"users-profile/{id}/")).ShouldBeEmpty();
        (await RowsAsync()).ShouldBe(0);
        (await host.QueryAsync(db => db.Pins.CountAsync(p => p.ProfileId == id))).ShouldBe(0);
        (await ProfileHost.JsonAsync(await Saga.GetAsync(Address))).GetProperty("profiles").ValueKind.ShouldBe(JsonValueKind.Null);
        (await host.KeysAsync($"users-profile/{other}/")).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Erase_DuringAnUpload_IsNotDoneUntilItsLeaseEnds()
    {
        var id = await Me.CreatedAsync("Ana");
        await host.QueryAsync(db => db.AnnounceAvatarAsync(_account, id, new string('b', 32), host.Time.GetUtcNow() + TimeSpan.FromMinutes(2), default));
        (await ErasedAsync()).ShouldBeGreaterThan(0);
        (await ErasedAsync()).ShouldBe(1);
        await host.Objects.EnsureBucketAsync(host.Bucket);
        await host.Objects.PutAsync(host.Bucket, AvatarKey.Of(id, new string('b', 32), 64), new MemoryStream([1]));
        host.Time.Advance(TimeSpan.FromMinutes(2.1));
        (await ErasedAsync()).ShouldBe(1);
        (await ErasedAsync()).ShouldBe(0);
        (await host.KeysAsync($"users-profile/{id}/")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reads_AndWritesThatFindNothing_LeaveNoTrace()
    {
        await Me.GetAsync("/profiles").ShouldBeAsync(200);
        await Me.ChangeAsync(Guid.CreateVersion7(), "Nobody").ShouldBeAsync(404);
        await Me.DeleteAsync($"/profiles/{Guid.CreateVersion7()}/avatar").ShouldBeAsync(404);
        await Me.UploadAsync(Guid.CreateVersion7(), Pictures.Png).ShouldBeAsync(404);
        (await RowsAsync()).ShouldBe(0);
    }

    private async Task<int> ErasedAsync() => (await ProfileHost.JsonAsync(await Saga.DeleteAsync(Address))).GetProperty("profiles").GetInt32();

    private Task<int> RowsAsync() => host.QueryAsync(async db =>
        await db.Profiles.CountAsync(p => p.AccountId == _account) + await db.Households.CountAsync(h => h.AccountId == _account)
        + await db.StoredAvatars.CountAsync(a => a.AccountId == _account));
}
