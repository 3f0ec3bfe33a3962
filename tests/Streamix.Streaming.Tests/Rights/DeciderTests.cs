using Streamix.Streaming.Contracts.Rights;
using Streamix.Streaming.Rights.Deciding;
using Streamix.Streaming.Rights.Slots;
using Streamix.Streaming.Tests.Rights.Hosting;

namespace Streamix.Streaming.Tests.Rights;

public sealed class DeciderTests
{
    public static TheoryData<string, string?> Refusals => new()
    {
        { "nothing", null },
        { "unheard-account", null },
        { "suspended", RefusalCodes.AccountInactive },
        { "pending", RefusalCodes.AccountInactive },
        { "no-profile", RefusalCodes.NoProfile },
        { "not-entered", RefusalCodes.PinNeeded },
        { "no-title", RefusalCodes.NoSuchTitle },
        { "child", RefusalCodes.AboveMaturity },
        { "elsewhere", RefusalCodes.NotInCountry },
        { "nowhere", RefusalCodes.CountryUnknown },
        { "early", RefusalCodes.NotYet },
        { "late", RefusalCodes.NoLonger },
        { "other-plan", RefusalCodes.NotInPlan },
        { "no-plan", RefusalCodes.NotInPlan },
        { "weak", RefusalCodes.DeviceTooWeak },
    };

    private static Facts Case(string name) => name switch
    {
        "unheard-account" => Some.Facts with { AccountStatus = null },
        "suspended" => Some.Facts with { AccountStatus = "suspended" },
        "pending" => Some.Facts with { AccountStatus = "pending" },
        "no-profile" => Some.Facts with { Profile = null },
        "not-entered" => Some.Facts with { Entered = false },
        "no-title" => Some.Facts with { Title = null },
        "child" => Some.Facts with { Profile = new(6) },
        "elsewhere" => Some.Facts with { Title = Some.Title(Some.Window("FR", -1), Some.Window("US", -1)) },
        "nowhere" => Some.Facts with { Country = null, Title = Some.Title(Some.Window("DE", -1)) },
        "early" => Some.Facts with { Title = Some.Title(Some.Window("DE", 1), Some.Window("DE", -9, -8)) },
        "late" => Some.Facts with { Title = Some.Title(Some.Window("DE", -2, 0)) },
        "other-plan" => Some.Facts with { Title = Some.Title(Some.Window("DE", -1, plan: Some.Premium), Some.Window("DE", 5)) },
        "no-plan" => Some.Facts with { Plan = null },
        "weak" => Some.Facts with { Plan = Some.Standard with { SoftwareTier = Tier.None } },
        _ => Some.Facts,
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Decide_EachReason_HasItsCodeAndASentence(string name, string? code)
    {
        var verdict = Decider.Decide(Case(name));
        verdict.Code.ShouldBe(code);
        verdict.Allowed.ShouldBe(code is null);
        (verdict.Sentence is null).ShouldBe(code is null);
        (verdict.MostLines > 0, verdict.Tiers.Count > 0).ShouldBe((code is null, code is null));
        verdict.Findings.FirstOrDefault(f => !f.Passed).Code.ShouldBe(code);
    }

    [Fact]
    public void Decide_SeveralReasons_TheFirstGivesTheCodeAndAllAreTold()
    {
        var verdict = Decider.Decide(Case("child") with { AccountStatus = "closed", Entered = false });
        verdict.Code.ShouldBe(RefusalCodes.AccountInactive);
        verdict.Findings.Where(f => !f.Passed).Select(f => f.Check).ShouldBe([CheckNames.Account, CheckNames.Pin, CheckNames.Maturity]);
        verdict.Findings.Select(f => f.Check).ShouldBe(
            [CheckNames.Account, CheckNames.Profile, CheckNames.Pin, CheckNames.Title, CheckNames.Maturity, CheckNames.Territory, CheckNames.Window, CheckNames.Plan, CheckNames.Device, CheckNames.Quality]);
    }

    [Fact]
    public void Decide_BeforeAndAfterTheWindow_TellsTheDay()
    {
        Decider.Decide(Case("early")).Sentence.ShouldBe("This title is available from 2 January 2030, 12:00 UTC on.");
        Decider.Decide(Case("late")).Sentence.ShouldBe("This title was available until 1 January 2030, 12:00 UTC.");
    }

    [Theory]
    [InlineData(0, null, true)]
    [InlineData(-1, 1, true)]
    [InlineData(-1, 0, false)]
    [InlineData(1, null, false)]
    public void Decide_AtTheEdgesOfAWindow_IncludesTheBeginAndNotTheEnd(int from, int? until, bool allowed) =>
        Decider.Decide(Some.Facts with { Title = Some.Title(Some.Window("DE", from, until)) }).Allowed.ShouldBe(allowed);

    [Fact]
    public void Decide_OpenWindows_HoldUntilTheLastCloses()
    {
        Decider.Decide(Some.Facts with { Title = Some.Title(Some.Window("DE", -1, 3), Some.Window("*", -1, 5), Some.Window("US", -1)) }).GoodUntil.ShouldBe(Some.Now.AddDays(5));
        Decider.Decide(Some.Facts with { Title = Some.Title(Some.Window("DE", -1, 3), Some.Window("*", -1)) }).GoodUntil.ShouldBeNull();
        Decider.Decide(Some.Facts with { Title = Some.Title(Some.Window("DE", -1, 3), Some.Window("DE", -1, plan: Some.Premium)) }).GoodUntil.ShouldBe(Some.Now.AddDays(3));
    }

    [Fact]
    public void Decide_WindowOfOnesOwnPlan_Opens()
    {
        var title = Some.Title(Some.Window("DE", -1, plan: Some.Premium), Some.Window("DE", 5));
        Decider.Decide(Some.Facts with { Title = title, Plan = Some.Premium }).Allowed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("DE", 12)]
    [InlineData("US", 13)]
    [InlineData(null, 13)]
    public void Rating_OfTheCountryOrEverywhere_Counts(string? country, int age) => Ratings.AgeFor(Some.Title().Ratings, country).ShouldBe(age);

    [Fact]
    public void Rating_OfAnotherCountryOnly_IsForAdultsAndTheStrictestWhereNobodyKnows()
    {
        Ratings.AgeFor([new("DE", "6", 6), new("FR", "10", 10)], "US").ShouldBe(Ratings.Unrated);
        Ratings.AgeFor([new("DE", "6", 6), new("FR", "10", 10)], null).ShouldBe(10);
        Ratings.AgeFor([], "DE").ShouldBe(Ratings.Unrated);
        Ratings.Check([new("*", "21", 21)], new(18), "DE").Passed.ShouldBeTrue();
    }

    [Fact]
    public void Settle_ByTheSlot_RefusesOrAllows()
    {
        var verdict = Decider.Decide(Some.Facts);
        var other = new PlayingStream(Guid.NewGuid(), Guid.NewGuid(), "TV", Some.Now);
        Decider.Settle(verdict, new(SlotOutcome.Held, TimeSpan.FromSeconds(45), [other])).Allowed.ShouldBeTrue();
        Decider.Settle(verdict, new(SlotOutcome.Full, TimeSpan.Zero, [other, other])).ShouldSatisfyAllConditions(
            v => v.Code.ShouldBe(RefusalCodes.TooManyStreams), v => v.Tiers.ShouldBeEmpty(), v => v.MostLines.ShouldBe(0), v => v.Findings[^1].Check.ShouldBe(CheckNames.Streams));
        Decider.Settle(verdict, new(SlotOutcome.Stopped, TimeSpan.Zero, [])).Code.ShouldBe(RefusalCodes.StoppedElsewhere);
    }
}
