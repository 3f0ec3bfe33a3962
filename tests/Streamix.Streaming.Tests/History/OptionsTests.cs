using System.ComponentModel.DataAnnotations;
using Streamix.Streaming.WatchHistory;

namespace Streamix.Streaming.Tests.History;

public sealed class OptionsTests
{
    [Fact]
    public void Check_OfUsualSettings_Passes() => Check(o => o.Gather = TimeSpan.Zero).ShouldBeEmpty();

    [Fact]
    public void Check_OfWrongSettings_NamesThem()
    {
        Check(o => o.Gather = TimeSpan.FromMilliseconds(-1)).ShouldBe([nameof(HistoryOptions.Gather)]);
        Check(o => o.Ahead = TimeSpan.FromSeconds(-1)).ShouldBe([nameof(HistoryOptions.Ahead)]);
        Check(o => o.FactsBudget = TimeSpan.Zero).ShouldBe([nameof(HistoryOptions.FactsBudget)]);
        Check(o => o.FactsKept = TimeSpan.Zero).ShouldBe([nameof(HistoryOptions.FactsKept)]);
        Check(o => o.Together = 0).ShouldBe([nameof(HistoryOptions.Together)]);
    }

    private static IEnumerable<string> Check(Action<HistoryOptions> change)
    {
        var options = new HistoryOptions();
        change(options);
        List<ValidationResult> wrong = [];
        Validator.TryValidateObject(options, new(options), wrong, validateAllProperties: true);
        return wrong.SelectMany(w => w.MemberNames);
    }
}
