using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Data;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;
using Streamix.Users.Account.Sagas;

namespace Streamix.Users.Account.Exports;

/// <summary>Starts and ends exports, one at a time per account.</summary>
internal sealed partial class ExportDesk(
    AccountDb db, Archive archive, PersonalDataHolders holders, TimeProvider time, IOptions<AccountOptions> options, ILogger<ExportDesk> logger)
{
    /// <summary>Null when the account is not in use; no export when one is running.</summary>
    public Task<(Export? Export, bool Running)?> StartAsync(Guid accountId, CancellationToken cancellationToken) =>
        db.InTransactionAsync<(Export?, bool)?>(async token =>
        {
            if (await db.LockAsync(accountId, token) is not { Status: AccountStatus.Active })
                return null;
            if (await db.Exports.AnyAsync(e => e.AccountId == accountId && e.State == ExportState.Running, token))
                return (null, true);
            var export = new Export(accountId, holders.Names, time.GetUtcNow(), options.Value.ExportDeadline);
            db.Exports.Add(export);
            await db.SaveChangesAsync(token);
            return (export, false);
        }, cancellationToken: cancellationToken);

    /// <summary>Stops a running one, deletes the archive of a ready one. False when there is neither.</summary>
    public async Task<bool> CancelAsync(Guid accountId, Guid id, CancellationToken cancellationToken)
    {
        var ended = await db.InTransactionAsync(async token =>
        {
            await db.Database.ExecuteSqlAsync($"SELECT FROM exports WHERE id = {id} AND account_id = {accountId} FOR UPDATE", token);
            var export = await db.Exports.SingleOrDefaultAsync(e => e.Id == id && e.AccountId == accountId, token);
            if (export is not { State: ExportState.Running or ExportState.Ready })
                return null;
            export.End(ExportState.Cancelled, time.GetUtcNow());
            await db.SaveChangesAsync(token);
            return export;
        }, cancellationToken: cancellationToken);
        if (ended is null)
            return false;
        await DeleteAsync(ended, cancellationToken);
        return true;
    }

    /// <summary>At once, as far as the store is there; the saga makes sure.</summary>
    private async Task DeleteAsync(Export export, CancellationToken cancellationToken)
    {
        try
        {
            await archive.DeleteAsync(export, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.NotDeleted(logger, export.Id, e.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "What lies in the store of the cancelled export {ExportId} is deleted later ({Error})")]
        public static partial void NotDeleted(ILogger logger, Guid exportId, string error);
    }
}
