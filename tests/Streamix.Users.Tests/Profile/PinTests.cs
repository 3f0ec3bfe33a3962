using Microsoft.EntityFrameworkCore;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Users.Tests.Profile;

public sealed class PinTests(ProfileHost host) : IClassFixture<ProfileHost>
{
    private readonly Guid _account = Guid.CreateVersion7();

    private HttpClient Me => host.User(_account);

    [Fact]
    public async Task Entry_EachWay_HasItsOutcome()
    {
        Guid open = await Me.CreatedAsync("Open", maturity: 16), closed = await LockedAsync("Closed", "2580");
        (await host.EnterAsync(_account, open)).ShouldBe(new(ProfileEntryOutcomes.Entered, false, 16, null, null));
        (await host.EnterAsync(_account, closed)).Outcome.ShouldBe(ProfileEntryOutcomes.PinRequired);
        (await host.EnterAsync(_account, closed, "1111")).ShouldBe(new(ProfileEntryOutcomes.PinWrong, false, 18, 4, null));
        (await host.EnterAsync(_account, closed, "2580")).Outcome.ShouldBe(ProfileEntryOutcomes.Entered);
        (await host.EnterAsync(Guid.CreateVersion7(), closed, "2580")).Outcome.ShouldBe(ProfileEntryOutcomes.Unknown);
        (await host.EnterAsync(_account, Guid.CreateVersion7())).Outcome.ShouldBe(ProfileEntryOutcomes.Unknown);
    }

    [Fact]
    public async Task Entry_ByAnybodyButSession_IsRefused()
    {
        var id = await Me.CreatedAsync("Mine");
        await Me.PostAsJsonAsync($"/internal/profiles/{id}/entries", new { accountId = _account }).ShouldBeAsync(403);
        await host.Service("media-catalog").PostAsJsonAsync($"/internal/profiles/{id}/entries", new { accountId = _account, pin = (string?)null }).ShouldBeAsync(403);
    }

    [Fact]
    public async Task WrongPins_RestLongerEachTime_UntilTheRightOne()
    {
        var id = await LockedAsync("Guarded", "2580");
        for (var left = 4; left >= 0; left--)
            (await host.EnterAsync(_account, id, "0000")).AttemptsLeft.ShouldBe(left);

        var locked = await host.EnterAsync(_account, id, "2580");
        locked.Outcome.ShouldBe(ProfileEntryOutcomes.PinLocked);
        locked.RetryAfterSeconds!.Value.ShouldBeInRange(20, 30);

        host.Time.Advance(TimeSpan.FromSeconds(31));
        (await host.EnterAsync(_account, id, "0000")).RetryAfterSeconds.ShouldBe(60);
        host.Time.Advance(TimeSpan.FromSeconds(31));
        (await host.EnterAsync(_account, id, "2580")).Outcome.ShouldBe(ProfileEntryOutcomes.PinLocked);
        host.Time.Advance(TimeSpan.FromSeconds(31));
        (await host.EnterAsync(_account, id, "2580")).Outcome.ShouldBe(ProfileEntryOutcomes.Entered);
        (await host.EnterAsync(_account, id, "0000")).AttemptsLeft.ShouldBe(4);
    }

    [Fact]
    public async Task WrongPins_ManyAtOnce_AreFiveAttempts()
    {
        var id = await LockedAsync("Guarded", "2580");
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => host.EnterAsync(_account, id, $"{i:0000}")));
        answers.Count(a => a.Outcome == ProfileEntryOutcomes.PinWrong).ShouldBe(5);
        answers.Count(a => a.Outcome == ProfileEntryOutcomes.PinLocked).ShouldBe(25);
    }

    [Fact]
    public async Task Attempts_DoNotChangeTheProfilesVersion()
    {
        var id = await LockedAsync("Guarded", "2580");
        var tag = (await Me.GetAsync($"/profiles/{id}")).Headers.ETag;
        await host.EnterAsync(_account, id, "0000");
        (await Me.GetAsync($"/profiles/{id}")).Headers.ETag.ShouldBe(tag);
    }

    [Theory]
    [InlineData("123")]
    [InlineData("1234567")]
    [InlineData("12a4")]
    [InlineData("１２３４")]
    [InlineData("")]
    public async Task Set_NotFourToSixDigits_Is422(string pin) => await Me.SetPinAsync(await Me.CreatedAsync("Mine"), pin).ShouldBeAsync(422);

    [Fact]
    public async Task SetAndRemove_TakeTheOldPinOrAFreshProof()
    {
        var id = await Me.CreatedAsync("Mine");
        var stale = host.LongSince(_account);
        (await stale.SetPinAsync(id, "1234").ShouldBeAsync(401)).Headers.WwwAuthenticate.ToString().ShouldContain("acr_values=\"aal1\"");
        await Me.SetPinAsync(id, "1234").ShouldBeAsync(204);
        await stale.SetPinAsync(id, "4321").ShouldBeAsync(401);
        await stale.SetPinAsync(id, "4321", old: "9999").ShouldBeAsync(403, "pin-wrong");
        await stale.SetPinAsync(id, "432100", old: "1234").ShouldBeAsync(204);
        await stale.DeleteAsync($"/profiles/{id}/pin").ShouldBeAsync(401);
        await stale.SendAsync(HttpMethod.Delete, $"/profiles/{id}/pin", pin: "432100").ShouldBeAsync(204);
        await Me.DeleteAsync($"/profiles/{id}/pin").ShouldBeAsync(404);
        (await host.EnterAsync(_account, id)).Outcome.ShouldBe(ProfileEntryOutcomes.Entered);
    }

    [Fact]
    public async Task Raise_OfAProfileWithPin_TakesItsPinWhateverElse()
    {
        var id = await LockedAsync("Teen", "2580", maturity: 12);
        await Me.ChangeAsync(id, "Teen", maturity: 16).ShouldBeAsync(403, "pin-required");
        await Me.ChangeAsync(id, "Teen", maturity: 16, pin: "1111").ShouldBeAsync(403, "pin-wrong");
        await Me.ChangeAsync(id, "Teenager", maturity: 7).ShouldBeAsync(200);
        await Me.ChangeAsync(id, "Teen", maturity: 16, pin: "2580").ShouldBeAsync(200);
        (await Me.ReadAsync(id)).GetProperty("maturity").GetInt32().ShouldBe(16);
    }

    [Fact]
    public async Task Raise_KidsOffWithPin_TakesThePin()
    {
        var id = await Me.CreatedAsync("Kid", kids: true);
        await Me.SetPinAsync(id, "2580").ShouldBeAsync(204);
        await Me.ChangeAsync(id, "Kid", kids: false, maturity: 12).ShouldBeAsync(403);
        await Me.ChangeAsync(id, "Kid", kids: false, maturity: 12, pin: "2580").ShouldBeAsync(200);
    }

    [Fact]
    public async Task ChildsOwnPin_NeitherRaisesNorDeletesIt()
    {
        var id = await Me.CreatedAsync("Kid", kids: true);
        await Me.CreatedAsync("Adult");
        await Me.SetPinAsync(id, "2580").ShouldBeAsync(204);
        var stale = host.LongSince(_account, id);
        await stale.ChangeAsync(id, "Kid", kids: false, pin: "2580").ShouldBeAsync(401);
        await stale.SendAsync(HttpMethod.Delete, $"/profiles/{id}", pin: "2580").ShouldBeAsync(401);
        await Me.DeleteAsync($"/profiles/{id}").ShouldBeAsync(204);
    }

    [Fact]
    public async Task Raise_TooManyWrongPins_Is429()
    {
        var id = await LockedAsync("Teen", "2580", maturity: 12);
        for (var i = 0; i < 5; i++)
            await Me.ChangeAsync(id, "Teen", pin: "0000").ShouldBeAsync(403);
        (await Me.ChangeAsync(id, "Teen", pin: "2580").ShouldBeAsync(429)).Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 30);
    }

    [Fact]
    public async Task Delete_OfAProfileWithPin_TakesThePinOrAFreshProof()
    {
        Guid first = await LockedAsync("First", "2580"), second = await LockedAsync("Second", "2580");
        await Me.CreatedAsync("Third");
        var stale = host.LongSince(_account);
        await stale.DeleteAsync($"/profiles/{first}").ShouldBeAsync(403, "pin-required");
        await stale.SendAsync(HttpMethod.Delete, $"/profiles/{first}", pin: "0000").ShouldBeAsync(403, "pin-wrong");
        await stale.SendAsync(HttpMethod.Delete, $"/profiles/{first}", pin: "2580").ShouldBeAsync(204);
        await Me.DeleteAsync($"/profiles/{second}").ShouldBeAsync(204);
        (await Me.NamesAsync()).ShouldBe(["Third"]);
    }

    [Fact]
    public async Task Hash_CopiedToAnotherProfile_OpensNothing()
    {
        Guid mine = await LockedAsync("Mine", "2580"), other = await LockedAsync("Other", "1111");
        await host.QueryAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE profile_pins o SET hash = m.hash, salt = m.salt FROM profile_pins m WHERE o.profile_id = {other} AND m.profile_id = {mine}"));
        (await host.EnterAsync(_account, mine, "2580")).Outcome.ShouldBe(ProfileEntryOutcomes.Entered);
        (await host.EnterAsync(_account, other, "2580")).Outcome.ShouldBe(ProfileEntryOutcomes.PinWrong);
    }

    private async Task<Guid> LockedAsync(string name, string pin, int? maturity = null)
    {
        var id = await Me.CreatedAsync(name, maturity: maturity);
        await Me.SetPinAsync(id, pin).ShouldBeAsync(204);
        return id;
    }
}
