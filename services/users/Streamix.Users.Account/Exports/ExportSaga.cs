using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Comms.Contracts.Mail;
using Streamix.ServiceDefaults.Data;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;
using Streamix.Users.Account.Sagas;

namespace Streamix.Users.Account.Exports;

/// <summary>Collects the parts, makes the archive, tells the owner, and deletes all of it when the export has ended, whoever ended it.</summary>
internal sealed partial class ExportSaga(
    IServiceScopeFactory scopes, Archive archive, Retry retry, SagaMetrics metrics, IOptions<AccountOptions> options, TimeProvider time, ILogger<ExportSaga> logger) : ISaga
{
    private const int AtOnce = 4;

    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        if (await ClaimAsync(cancellationToken) is not { } export)
            return false;

        if (export.State != ExportState.Running)
            await EndAsync(export, cancellationToken);
        else if (export.IsComplete)
            await FinishAsync(export, cancellationToken);
        else
            await CollectAsync(export, cancellationToken);
        return true;
    }

    private async Task<Export?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountDb>();
        var (now, lease) = (time.GetUtcNow(), time.GetUtcNow() + options.Value.SagaLease);
        var claimed = await db.Database.SqlQuery<Guid>($"""
            UPDATE exports SET due_at = {lease} WHERE id =
              (SELECT id FROM exports WHERE objects_deleted_at IS NULL AND due_at <= {now} ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id AS "Value"
            """).ToListAsync(cancellationToken);
        return claimed.Count == 0 ? null : await db.Exports.AsNoTracking().Include(e => e.Parts).SingleOrDefaultAsync(e => e.Id == claimed[0], cancellationToken);
    }

    private async Task CollectAsync(Export export, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = export.Parts.Where(p => p.CollectedAt is null && p.DueAt <= now).Select(p => p.Service);
        var answers = new ConcurrentDictionary<string, (long Bytes, string Digest)?>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (service, token) => answers[service] = await AskAsync(export, service, token));

        var state = await ChangeAsync(export.Id, (current, _, _) =>
        {
            var then = time.GetUtcNow();
            foreach (var part in current.Parts.Where(p => p.CollectedAt is null && answers.ContainsKey(p.Service)))
                if (answers[part.Service] is { } collected)
                    part.Collected(collected.Bytes, collected.Digest, then);
                else
                    part.Failed(then, retry.After);
            current.Plan(then);
            return Task.CompletedTask;
        }, cancellationToken);
        if (state == ExportState.Running)
            return;
        if (state == ExportState.Failed)
            metrics.Exported("failed");
        await DeleteAsync(export, cancellationToken);
    }

    private async Task<(long, string)?> AskAsync(Export export, string service, CancellationToken cancellationToken)
    {
        try
        {
            return await archive.CollectAsync(export, service, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NoAnswer(logger, export.Id, service, e.GetType().Name);
            return null;
        }
    }

    private async Task FinishAsync(Export export, CancellationToken cancellationToken)
    {
        var bytes = await archive.BuildAsync(export, cancellationToken);
        var state = await ChangeAsync(export.Id, async (current, services, token) =>
        {
            if (current.Ready(bytes, time.GetUtcNow(), options.Value.ExportLifetime))
                await TellAsync(current, services, token);
        }, cancellationToken);
        if (state == ExportState.Ready)
        {
            await archive.DeletePartsAsync(export, cancellationToken);
            metrics.Exported("ready");
        }
        else
        {
            await DeleteAsync(export, cancellationToken);
        }
    }

    private async Task TellAsync(Export export, IServiceProvider services, CancellationToken cancellationToken)
    {
        var owner = await services.GetRequiredService<AccountDb>().Accounts.AsNoTracking().SingleAsync(a => a.Id == export.AccountId, cancellationToken);
        var values = new Dictionary<string, string> { ["days"] = ((int)options.Value.ExportLifetime.TotalDays).ToString(CultureInfo.InvariantCulture) };
        if (owner.Status == AccountStatus.Active)
            await services.GetRequiredService<MailDesk>().SendAsync(
                export.Id, owner.Id, MailTemplates.ExportReady, owner.Locale, new(owner.Email, owner.DisplayName, values), export.ExpiresAt, cancellationToken);
    }

    /// <summary>The state is committed first, so that nobody is sent to an archive that is going; whatever fails after that is done again.</summary>
    private async Task EndAsync(Export export, CancellationToken cancellationToken)
    {
        if (export.State == ExportState.Ready)
            await ChangeAsync(export.Id, (current, _, _) =>
            {
                if (current.State == ExportState.Ready)
                    current.End(ExportState.Expired, time.GetUtcNow());
                return Task.CompletedTask;
            }, cancellationToken);
        await DeleteAsync(export, cancellationToken);
    }

    private async Task DeleteAsync(Export export, CancellationToken cancellationToken)
    {
        await archive.DeleteAsync(export, cancellationToken);
        await ChangeAsync(export.Id, (current, _, _) =>
        {
            current.Deleted(time.GetUtcNow());
            return Task.CompletedTask;
        }, cancellationToken);
    }

    /// <summary>Changes the locked row; the state it has then, null when the row is gone.</summary>
    private async Task<ExportState?> ChangeAsync(Guid id, Func<Export, IServiceProvider, CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountDb>();
        return await db.InTransactionAsync<ExportState?>(async token =>
        {
            await db.Database.ExecuteSqlAsync($"SELECT FROM exports WHERE id = {id} FOR UPDATE", token);
            if (await db.Exports.Include(e => e.Parts).SingleOrDefaultAsync(e => e.Id == id, token) is not { } export)
                return null;
            await change(export, scope.ServiceProvider, token);
            await db.SaveChangesAsync(token);
            return export.State;
        }, cancellationToken: cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Export {ExportId}: {Service} gave nothing ({Error})")]
        public static partial void NoAnswer(ILogger logger, Guid exportId, string service, string error);
    }
}
