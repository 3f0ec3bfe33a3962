using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Addresses;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Queue;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Comms.Email.Campaigns;

/// <summary>Who gets a campaign. One mail per account, whatever is repeated.</summary>
internal static class CampaignMembers
{
    private static readonly Dictionary<string, string> NoValues = [];

    /// <summary>How long members may wait for their turn: a campaign may be paused for weeks.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(60);

    public static Task<Results<Ok<MembersAdded>, NotFound, ProblemHttpResult>> AddAsync(
        Guid id, MembersDraft draft, EmailDb db, MailSafe safe, AddressHashes hashes, IAudit audit, TimeProvider time, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Results<Ok<MembersAdded>, NotFound, ProblemHttpResult>>(async token =>
        {
            var found = await db.Campaigns.FromSql($"SELECT *, xmin FROM campaigns WHERE id = {id} FOR UPDATE").AsNoTracking().ToListAsync(token);
            if (found.SingleOrDefault() is not { } campaign)
                return TypedResults.NotFound();
            if (!campaign.IsOpen)
                return Problems.Conflict($"It is {campaign.State.ToString().ToLowerInvariant()}.");

            var accounts = draft.Members.Select(m => (Guid?)m.AccountId).ToList();
            var known = (await db.Mails.Where(m => m.CampaignId == id && accounts.Contains(m.AccountId)).Select(m => m.AccountId).ToListAsync(token)).ToHashSet();
            var now = time.GetUtcNow();
            foreach (var member in draft.Members.Where(m => !known.Contains(m.AccountId)))
                db.Mails.Add(MailTo(member, id, safe, hashes, now));
            audit.Record("campaign.members-added", $"campaign:{id}");
            await db.SaveChangesAsync(token);
            await MailSignal.SendAsync(db, token);
            return TypedResults.Ok(new MembersAdded(draft.Members.Count - known.Count, known.Count));
        }, cancellationToken: cancellationToken);

    private static Mail MailTo(MemberDraft member, Guid campaignId, MailSafe safe, AddressHashes hashes, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var content = new MailContent(member.Address, member.Name, member.Values ?? NoValues);
        return Mail.OfCampaign(id, campaignId, member.AccountId, member.Locale, hashes.Of(member.Address), safe.Lock(id, content), member.ConsentedAt, now + Patience, now);
    }
}
