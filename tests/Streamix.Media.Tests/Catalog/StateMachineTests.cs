using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Media.Tests.Catalog;

public sealed class StateMachineTests
{
    /// <summary>From, then all that may follow; everything else may not.</summary>
    private static readonly Dictionary<TitleState, TitleState[]> OfMovies = new()
    {
        [TitleState.Draft] = [TitleState.Processing, TitleState.Ready],
        [TitleState.Processing] = [TitleState.Draft, TitleState.Ready],
        [TitleState.Ready] = [TitleState.Scheduled, TitleState.Published],
        [TitleState.Scheduled] = [TitleState.Scheduled, TitleState.Ready, TitleState.Published],
        [TitleState.Published] = [TitleState.Withdrawn],
        [TitleState.Withdrawn] = [TitleState.Ready, TitleState.Scheduled, TitleState.Published],
    };

    private static readonly Dictionary<TitleState, TitleState[]> OfSeries = new(OfMovies)
    {
        [TitleState.Draft] = [TitleState.Ready],
        [TitleState.Processing] = [],
        [TitleState.Ready] = [TitleState.Draft, TitleState.Scheduled, TitleState.Published],
    };

    [Theory]
    [InlineData(TitleKinds.Movie, true)]
    [InlineData(TitleKinds.Episode, true)]
    [InlineData(TitleKinds.Trailer, true)]
    [InlineData(TitleKinds.Series, false)]
    [InlineData(TitleKinds.Season, false)]
    public void Allows_EveryPair_IsAsTheTableSays(string kind, bool plays)
    {
        foreach (var from in Enum.GetValues<TitleState>())
            foreach (var to in Enum.GetValues<TitleState>())
                StateMachine.Allows(kind, from, to).ShouldBe((plays ? OfMovies : OfSeries)[from].Contains(to), $"{kind}: {from.Name()} -> {to.Name()}");
    }

    [Fact]
    public void Move_NotAllowed_ThrowsAndChangesNothing()
    {
        var title = Made.Title();
        Should.Throw<InvalidOperationException>(() => title.Move(TitleState.Published, Made.Now));
        (title.State, title.Revision, title.PublishedAt).ShouldBe((TitleState.Draft, 1, null));
    }

    [Fact]
    public void Move_ToPublishedAndAgain_KeepsTheFirstTime()
    {
        var title = Made.Title();
        title.Move(TitleState.Ready, Made.Now);
        title.Move(TitleState.Published, Made.Now);
        title.Move(TitleState.Withdrawn, Made.Now.AddDays(1));
        title.PublishedAt.ShouldBeNull();
        title.Move(TitleState.Published, Made.Now.AddDays(2));
        (title.FirstPublishedAt, title.PublishedAt, title.Revision).ShouldBe((Made.Now, Made.Now.AddDays(2), 5));
    }

    [Fact]
    public void Names_OfEveryState_ReadBack()
    {
        foreach (var state in Enum.GetValues<TitleState>())
            TitleStateNames.Parse(state.Name()).ShouldBe(state);
        TitleStateNames.TryParse("Draft", out _).ShouldBeFalse();
    }
}
