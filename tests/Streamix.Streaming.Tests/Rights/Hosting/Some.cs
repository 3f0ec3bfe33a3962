using Streamix.Media.Contracts.Titles;
using Streamix.Streaming.Rights.Deciding;

namespace Streamix.Streaming.Tests.Rights.Hosting;

/// <summary>Titles, plans and facts to begin with.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly DocumentWindow Always = new("*", Now.AddYears(-1), null);

    public static readonly PlanTerms Standard = new(Guid.CreateVersion7(), "standard", 1080, 2, Tier.Hd, Tier.Hd);

    public static readonly PlanTerms Premium = new(Guid.CreateVersion7(), "premium", 2160, 4, Tier.Hd, Tier.Uhd);

    public static readonly OutputDemands Outputs = new(OutputLevel.None, OutputLevel.Hdcp22);

    /// <summary>Everything allows.</summary>
    public static Facts Facts => new()
    {
        Now = Now,
        AccountStatus = "active",
        Plan = Standard,
        Profile = new(18),
        Entered = true,
        Title = Title(),
        Country = "DE",
        Device = new(DeviceSecurity.Software, OutputLevel.None),
        Outputs = Outputs,
    };

    public static TitleFacts Title(params TitleWindow[] windows) =>
        new([new("DE", "12", 12), new("*", "PG-13", 13)], windows.Length == 0 ? [new("*", Now.AddYears(-1), null)] : windows);

    public static TitleWindow Window(string territory, int fromDays, int? untilDays = null, PlanTerms? plan = null) =>
        new(territory, Now.AddDays(fromDays), untilDays is { } days ? Now.AddDays(days) : null, plan?.Id);

    public static TitleDocument Document(int age = 12, params DocumentWindow[] windows) => new(
        Guid.CreateVersion7(), 1, true, TitleKinds.Movie, "movie", null, "heat", "Heat", "en", [], 1995, null, [], [], [], [new("*", $"{age}", age)], 6000, ["en"], [],
        windows.Length == 0 ? [Always] : windows, null, 0, Now.AddYears(-1));
}
