using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.Rights.Data;

namespace Streamix.Streaming.Rights.Caching;

/// <summary>
/// Tells every replica that a fact is different: sent by PostgreSQL when the transaction that changes it commits, and not before. PostgreSQL commits
/// notifying transactions one by one, so what is only new is not told: that something is absent is believed for a moment only.
/// </summary>
internal static class FactNews
{
    public const string Channel = "rights_facts";
    public const string Plans = "plans";
    private const string AccountKind = "account";
    private const string ProfileKind = "profile";
    private const string TitleKind = "title";

    public static string Account(Guid id) => $"{AccountKind}:{id:n}";

    public static string Profile(Guid id) => $"{ProfileKind}:{id:n}";

    public static string Title(Guid id) => $"{TitleKind}:{id:n}";

    public static Task TellAsync(this RightsDb db, string news, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {news})", cancellationToken);

    /// <summary>Tells it when a row was changed, and not when it was added or left as it is.</summary>
    public static Task TellAsync(this RightsDb db, IReadOnlyList<bool> changed, string news, CancellationToken cancellationToken) =>
        changed.Contains(true) ? db.TellAsync(news, cancellationToken) : Task.CompletedTask;

    /// <summary>Drops what the news is about.</summary>
    public static void Apply(FactCaches caches, string news)
    {
        var (kind, id) = news.Split(':') is [var first, var second] && Guid.TryParseExact(second, "n", out var parsed) ? (first, parsed) : (news, Guid.Empty);
        switch (kind)
        {
            case AccountKind: caches.Accounts.Drop(id); break;
            case ProfileKind: caches.Profiles.Drop(id); break;
            case TitleKind: caches.Titles.Drop(id); break;
            case Plans: caches.Plans.Drop(Guid.Empty); break;
        }
    }
}
