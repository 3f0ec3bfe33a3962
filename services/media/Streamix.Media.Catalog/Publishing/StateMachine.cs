using Streamix.Media.Catalog.Titles;

namespace Streamix.Media.Catalog.Publishing;

/// <summary>Which state may follow which. What does not play is never processed: editors say when it is ready.</summary>
internal static class StateMachine
{
    public static bool Allows(string kind, TitleState from, TitleState to) => (from, to) switch
    {
        (TitleState.Draft, TitleState.Processing) or (TitleState.Processing, TitleState.Draft or TitleState.Ready) => Kinds.Plays(kind),
        (TitleState.Draft, TitleState.Ready) => true,
        (TitleState.Ready, TitleState.Draft) => !Kinds.Plays(kind),
        (TitleState.Ready, TitleState.Scheduled or TitleState.Published) => true,
        (TitleState.Scheduled, TitleState.Scheduled or TitleState.Ready or TitleState.Published) => true,
        (TitleState.Published, TitleState.Withdrawn) => true,
        (TitleState.Withdrawn, TitleState.Ready or TitleState.Scheduled or TitleState.Published) => true,
        _ => false,
    };
}
