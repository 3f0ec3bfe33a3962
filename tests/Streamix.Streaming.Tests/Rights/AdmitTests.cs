using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Titles;
using Streamix.Streaming.Contracts.Rights;
using Streamix.Streaming.Rights.Caching;
using Streamix.Streaming.Rights.Slots;
using Streamix.Streaming.Tests.Rights.Hosting;
using Streamix.Testing.Tokens;
using V1 = Streamix.Streaming.Contracts.Rights.V1;

namespace Streamix.Streaming.Tests.Rights;

public sealed class AdmitTests(RightsHost host) : IClassFixture<RightsHost>
{
    [Fact]
    public async Task Admit_WhoMay_GetsQualitySlotAndReasons()
    {
        var closes = Some.Now.AddDays(3);
        var home = await Household.SetAsync(host, title: Some.Document(12, new DocumentWindow("DE", Some.Now.AddDays(-1), closes)));
        var decision = await home.AdmitAsync();
        decision.ShouldSatisfyAllConditions(
            d => d.Allowed.ShouldBeTrue(), d => d.Code.ShouldBeEmpty(), d => d.Sentence.ShouldBeEmpty(), d => d.MostLines.ShouldBe(1080), d => string.Join(',', d.Tiers).ShouldBe("audio,sd,hd"),
            d => d.Country.ShouldBe("DE"), d => d.Plan.ShouldBe("usual"), d => d.GoodUntil.ToDateTimeOffset().ShouldBe(closes), d => d.Checks.ShouldAllBe(c => c.Passed));
        (decision.SlotUntil.ToDateTimeOffset() - host.Time.GetUtcNow()).ShouldBeInRange(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(45));
    }

    [Theory]
    [InlineData(6, "active", "DE", RefusalCodes.AboveMaturity)]
    [InlineData(18, "suspended", "DE", RefusalCodes.AccountInactive)]
    [InlineData(18, "active", "FR", RefusalCodes.NotInCountry)]
    [InlineData(18, "active", "", RefusalCodes.CountryUnknown)]
    public async Task Admit_WhoMayNot_IsRefusedAndTakesNoSlot(int maturity, string status, string country, string code)
    {
        var home = await Household.SetAsync(host, maturity, status, title: Some.Document(12, new DocumentWindow("DE", Some.Now.AddDays(-1), null)));
        var decision = await home.AdmitAsync(change: r => r.Country = country);
        decision.ShouldSatisfyAllConditions(d => d.Code.ShouldBe(code), d => d.Sentence.ShouldNotBeEmpty(), d => d.SlotUntil.ShouldBeNull(), d => d.MostLines.ShouldBe(0));
    }

    [Theory]
    [InlineData(1, null, RefusalCodes.NotYet)]
    [InlineData(-2, -1, RefusalCodes.NoLonger)]
    public async Task Admit_BeforeAndAfterTheWindow_IsRefused(int from, int? until, string code)
    {
        var home = await Household.SetAsync(host, title: Some.Document(12, new DocumentWindow("*", Some.Now.AddDays(from), until is { } days ? Some.Now.AddDays(days) : null)));
        (await home.AdmitAsync()).ShouldSatisfyAllConditions(d => d.Code.ShouldBe(code), d => d.Sentence.ShouldContain("UTC"), d => d.SlotUntil.ShouldBeNull());
    }

    [Theory]
    [InlineData(TitleKinds.Trailer, "")]
    [InlineData(TitleKinds.Episode, "")]
    [InlineData(TitleKinds.Series, RefusalCodes.NoSuchTitle)]
    public async Task Admit_OfEachKind_IsForWhatPlays(string kind, string code)
    {
        var home = await Household.SetAsync(host, title: Some.Document() with { Kind = kind });
        (await home.AdmitAsync()).Code.ShouldBe(code);
    }

    [Fact]
    public async Task Admit_PlanAndDevice_CutTheQualityAndRefuseWhereNothingIsLeft()
    {
        var small = await Household.SetAsync(host, plan: new("Small", 480, 1, "none", "hd"));
        (await small.AdmitAsync()).Code.ShouldBe(RefusalCodes.DeviceTooWeak);
        var decision = await small.AdmitAsync(change: r => r.Device.Security = "hardware");
        (decision.Allowed, decision.MostLines, string.Join(',', decision.Tiers)).ShouldBe((true, 480, "audio,sd"));
        var large = await Household.SetAsync(host, plan: new("Large", 2160, 1, "sd", "uhd"));
        var playback = Guid.CreateVersion7();
        (await large.AdmitAsync(playback)).MostLines.ShouldBe(576);
        (await large.AdmitAsync(playback, r => r.Device.Security = "hardware")).MostLines.ShouldBe(1080);
        (await large.AdmitAsync(playback, r => (r.Device.Security, r.Device.OutputProtection) = ("hardware", "hdcp-2.2"))).MostLines.ShouldBe(2160);
    }

    [Fact]
    public async Task Admit_OverTheLimit_TellsWhatPlaysAndTakesOver()
    {
        var home = await Household.SetAsync(host, plan: new("One", 1080, 1, "hd", "hd"));
        var first = Guid.CreateVersion7();
        await home.AdmitAsync(first);
        var refused = await home.AdmitAsync();
        refused.Code.ShouldBe(RefusalCodes.TooManyStreams);
        refused.Streams.Single().ShouldSatisfyAllConditions(
            s => s.PlaybackId.ShouldBe(first.ToString()), s => s.DeviceName.ShouldBe("Firefox on Linux"), s => s.TitleId.ShouldBe(home.Title.TitleId.ToString()));
        (await home.AdmitAsync(change: r => r.InsteadOf = first.ToString())).Allowed.ShouldBeTrue();
        (await home.RenewAsync(first)).Code.ShouldBe(RefusalCodes.StoppedElsewhere);
    }

    [Fact]
    public async Task Admit_OnTheDeviceThatHasTheLastSlot_TakesItOver()
    {
        var (home, other) = (await Household.SetAsync(host, plan: new("One", 1080, 1, "hd", "hd")), await Household.SetAsync(host, plan: new("One", 1080, 1, "hd", "hd")));
        var (crashed, kept) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await home.AdmitAsync(crashed, r => r.Device.Id = "tv");
        await other.AdmitAsync(kept, r => r.Device.Id = "tv");
        (await home.AdmitAsync(change: r => r.Device.Id = "phone")).Code.ShouldBe(RefusalCodes.TooManyStreams);
        (await home.AdmitAsync(change: r => r.Device.Id = "")).Code.ShouldBe(RefusalCodes.TooManyStreams);
        (await home.AdmitAsync(change: r => r.Device.Id = "tv")).Allowed.ShouldBeTrue();
        (await home.RenewAsync(crashed, r => r.Device.Id = "tv")).Code.ShouldBe(RefusalCodes.StoppedElsewhere);
        (await other.RenewAsync(kept, r => r.Device.Id = "tv")).Allowed.ShouldBeTrue();
    }

    [Fact]
    public async Task Admit_WithTheUsersToken_ProvesThePinOfItsProfileAlone()
    {
        var home = await Household.SetAsync(host);
        var calls = host.Calls(user: home.User);
        (await calls.AdmitAsync(home.Request(change: r => r.PinEnteredAt = null))).Allowed.ShouldBeTrue();
        var another = host.Calls(user: home.User with { Profile = Guid.CreateVersion7() });
        (await another.AdmitAsync(home.Request(change: r => r.PinEnteredAt = null))).Code.ShouldBe(RefusalCodes.PinNeeded);
        (await host.Calls().AdmitAsync(home.Request(change: r => r.PinEnteredAt = null))).Code.ShouldBe(RefusalCodes.PinNeeded);
    }

    [Fact]
    public async Task Admit_WithoutAProfileOrWithAnothersProfile_IsRefused()
    {
        var (home, other) = (await Household.SetAsync(host), await Household.SetAsync(host));
        (await home.AdmitAsync(change: r => r.ProfileId = "")).Code.ShouldBe(RefusalCodes.NoProfile);
        (await home.AdmitAsync(change: r => r.ProfileId = other.Profile.ToString())).Code.ShouldBe(RefusalCodes.NoProfile);
    }

    [Fact]
    public async Task Admit_ProfileNotHeardOf_IsTakenForAChildsWhateverTheOthersOfTheAccountMay()
    {
        var (forAll, forSome) = (await Household.SetAsync(host, 18, title: Some.Document(0)), await Household.SetAsync(host, 18, title: Some.Document(6)));
        (await forAll.AdmitAsync(change: r => r.ProfileId = Guid.CreateVersion7().ToString())).Allowed.ShouldBeTrue();
        var refused = await forSome.AdmitAsync(change: r => r.ProfileId = Guid.CreateVersion7().ToString());
        refused.Code.ShouldBe(RefusalCodes.AboveMaturity);
        refused.Checks.Single(c => c.Name == "profile").Because.ShouldBe("not heard of yet; taken for a child's");
    }

    [Fact]
    public async Task Admit_WithoutACountry_GoesByTheAddress()
    {
        var home = await Household.SetAsync(host, title: Some.Document(12, new DocumentWindow("FR", Some.Now.AddDays(-1), null)));
        (await home.AdmitAsync(change: r => (r.Country, r.Address) = ("", "203.0.113.9"))).ShouldSatisfyAllConditions(d => d.Allowed.ShouldBeTrue(), d => d.Country.ShouldBe("FR"));
        (await home.AdmitAsync(change: r => (r.Country, r.Address) = ("", "2001:db8:1::5"))).ShouldSatisfyAllConditions(d => d.Code.ShouldBe(RefusalCodes.NotInCountry), d => d.Country.ShouldBe("US"));
        (await home.AdmitAsync(change: r => (r.Country, r.Address) = ("", "127.0.0.1"))).Code.ShouldBe(RefusalCodes.CountryUnknown);
        (await home.AdmitAsync(change: r => (r.Country, r.Address) = ("DE", "203.0.113.9"))).Code.ShouldBe(RefusalCodes.NotInCountry);
    }

    [Fact]
    public async Task Renew_OfMany_AnswersEachInItsOrderAndFreesTheRefused()
    {
        var (one, two) = (await Household.SetAsync(host), await Household.SetAsync(host));
        var (kept, cut) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await one.AdmitAsync(kept);
        await two.AdmitAsync(cut);
        var answer = await host.Calls().RenewAsync(new() { Playbacks = { two.Request(cut, r => r.TitleId = Guid.CreateVersion7().ToString()), one.Request(kept, r => r.PinEnteredAt = null) } });
        answer.Decisions.Select(d => d.Code).ShouldBe([RefusalCodes.NoSuchTitle, ""]);
        (await two.RenewAsync(cut)).Code.ShouldBe(RefusalCodes.StoppedElsewhere);
    }

    [Fact]
    public async Task Renew_OfManyWithOneThatCannotBeDecided_AnswersTheOthersAndKeepsItsSlot()
    {
        await using var own = new RightsHost();
        await own.InitializeAsync();
        var (broken, fine) = (await Household.SetAsync(own, plan: new("One", 1080, 1, "hd", "hd")), await Household.SetAsync(own));
        var (kept, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await broken.AdmitAsync(kept);
        await fine.AdmitAsync(other);
        await own.QueryAsync(db => db.Titles.Where(t => t.TitleId == broken.Title.TitleId).ExecuteUpdateAsync(set => set.SetProperty(t => t.Terms, "[]")));
        own.Get<FactCaches>().Clear();
        var answer = await own.Calls().RenewAsync(new() { Playbacks = { broken.Request(kept), fine.Request(other) } });
        answer.Decisions.ShouldAllBe(d => d.Allowed && d.SlotUntil != null);
        answer.Decisions.Select(d => d.MostLines).ShouldBe([0, 1080]);
        (await own.Get<SlotDesk>().ListAsync(broken.Account)).Select(s => s.PlaybackId).ShouldBe([kept]);
        await broken.ReleaseAsync(kept);
        (await broken.RenewAsync(kept)).Code.ShouldBe(RefusalCodes.StoppedElsewhere);
    }

    [Fact]
    public async Task Renew_AfterTheWindowHasClosed_IsRefused()
    {
        await using var own = new RightsHost();
        await own.InitializeAsync();
        var home = await Household.SetAsync(own, title: Some.Document(12, new DocumentWindow("*", Some.Now.AddDays(-1), Some.Now.AddMinutes(5))));
        var playback = Guid.CreateVersion7();
        (await home.AdmitAsync(playback)).Allowed.ShouldBeTrue();
        own.Time.Advance(TimeSpan.FromMinutes(5));
        (await home.RenewAsync(playback)).Code.ShouldBe(RefusalCodes.NoLonger);
    }

    [Fact]
    public async Task Decide_ForAnyService_TakesNoSlot()
    {
        var home = await Household.SetAsync(host, plan: new("One", 1080, 1, "hd", "hd"));
        for (var i = 0; i < 3; i++)
            (await host.Calls("discovery-homepage").DecideAsync(home.Request())).ShouldSatisfyAllConditions(d => d.Allowed.ShouldBeTrue(), d => d.SlotUntil.ShouldBeNull());
        (await home.AdmitAsync()).Allowed.ShouldBeTrue();
    }

    [Fact]
    public async Task Slots_ForAnotherServiceOrAboutAnotherUser_AreDenied()
    {
        var home = await Household.SetAsync(host);
        var foreign = host.Calls("media-catalog");
        await ShouldFailAsync(foreign.AdmitAsync(home.Request()), StatusCode.PermissionDenied);
        await ShouldFailAsync(foreign.RenewAsync(new V1.RenewRequest()), StatusCode.PermissionDenied);
        await ShouldFailAsync(foreign.ReleaseAsync(new() { AccountId = home.Account.ToString(), PlaybackId = home.Profile.ToString() }), StatusCode.PermissionDenied);
        await ShouldFailAsync(host.Calls(user: new UserClaims()).AdmitAsync(home.Request()), StatusCode.PermissionDenied);
        await ShouldFailAsync(host.Calls(user: new UserClaims()).DecideAsync(home.Request()), StatusCode.PermissionDenied);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("title")]
    [InlineData("playback")]
    [InlineData("security")]
    [InlineData("output")]
    [InlineData("country")]
    public async Task Admit_WhatCannotBeMeant_IsInvalid(string what)
    {
        var home = await Household.SetAsync(host);
        var request = home.Request(change: r => _ = what switch
        {
            "account" => r.AccountId = "me",
            "title" => r.TitleId = Guid.Empty.ToString(),
            "playback" => r.PlaybackId = "",
            "security" => r.Device.Security = "best",
            "output" => r.Device.OutputProtection = "hdmi",
            _ => r.Country = "Germany",
        });
        await ShouldFailAsync(host.Calls().AdmitAsync(request), StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task Admit_DeviceNameOfAnyForm_IsKeptShortAndOnOneLine()
    {
        var home = await Household.SetAsync(host, plan: new("One", 1080, 1, "hd", "hd"));
        await home.AdmitAsync(change: r => r.Device.Name = "a|b\nc" + new string('x', 500));
        (await home.AdmitAsync()).Streams.Single().DeviceName.ShouldSatisfyAllConditions(n => n.ShouldStartWith("a|bcx"), n => n.Length.ShouldBe(100));
    }

    private static async Task ShouldFailAsync<T>(AsyncUnaryCall<T> call, StatusCode status) => (await Should.ThrowAsync<RpcException>(() => call.ResponseAsync)).StatusCode.ShouldBe(status);
}
