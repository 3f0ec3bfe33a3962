using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Titles;
using Streamix.Streaming.Rights.Caching;
using Streamix.Streaming.Rights.Data;

namespace Streamix.Streaming.Rights.Copies;

/// <summary>Writes the copies of titles; a document never replaces one of a higher revision.</summary>
internal sealed class TitleCopies(RightsDb db)
{
    public async Task TakeAsync(TitleDocument document, CancellationToken cancellationToken)
    {
        var terms = KnownTerms.Of(document).Write();
        var changed = await db.Database.SqlQuery<bool>($"""
            INSERT INTO known_titles AS t (title_id, revision, published, kind, terms)
            VALUES ({document.TitleId}, {document.Revision}, {document.Published}, {document.Kind}, {terms}::jsonb)
            ON CONFLICT (title_id) DO UPDATE SET revision = excluded.revision, published = excluded.published, kind = excluded.kind, terms = excluded.terms
            WHERE t.revision <= excluded.revision
            RETURNING xmax <> 0 AS "Value"
            """).ToListAsync(cancellationToken);
        await db.TellAsync(changed, FactNews.Title(document.TitleId), cancellationToken);
    }

    /// <summary>For a title that is not here yet; whatever an event has written meanwhile is newer.</summary>
    public Task AddAsync(TitleDocument document, CancellationToken cancellationToken)
    {
        var terms = KnownTerms.Of(document).Write();
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO known_titles (title_id, revision, published, kind, terms)
            VALUES ({document.TitleId}, {document.Revision}, {document.Published}, {document.Kind}, {terms}::jsonb)
            ON CONFLICT (title_id) DO NOTHING
            """, cancellationToken);
    }

    public async Task WithdrawAsync(Guid titleId, long revision, CancellationToken cancellationToken)
    {
        var withdrawn = await db.Titles.Where(t => t.TitleId == titleId && t.Revision <= revision)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Published, false).SetProperty(t => t.Revision, revision), cancellationToken);
        await db.TellAsync([withdrawn > 0], FactNews.Title(titleId), cancellationToken);
    }
}
