using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Data;
using Streamix.Media.Drm.Keys;
using Streamix.Media.Drm.Playbacks;
using Streamix.Media.Drm.Policies;
using Streamix.Media.Drm.Wrapping;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Media.Drm.Licences;

/// <summary>Gives keys to playbacks, and writes down each time. What is not counted any more is not written down either: a dead token fills no log.</summary>
internal sealed class LicenceDesk(DrmDb db, PlaybackDesk playbacks, PolicyBook policies, KeyWrap wrap, LicenceMetrics metrics, TimeProvider time)
{
    /// <summary>What a playback gets. The keys are opened last, after everything else is committed.</summary>
    public async Task<Issue> IssueAsync(Grant grant, LicenceRequest request, string? kind, CancellationToken cancellationToken)
    {
        var choice = await db.InTransactionAsync(async token =>
        {
            var chosen = await ChooseAsync(grant, request, token);
            if (chosen.Refusal is not (Refusal.Expired or Refusal.Withdrawn or Refusal.Exhausted))
                db.Licences.Add(Entry(grant, request, kind ?? request.Type, chosen));
            await db.SaveChangesAsync(token);
            return chosen;
        }, cancellationToken: cancellationToken);
        metrics.Answered(kind ?? request.Type, choice.Refusal);
        return choice.Refusal is { } refusal ? Issue.Refused(refusal) : Open(choice);
    }

    private async Task<Choice> ChooseAsync(Grant grant, LicenceRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (grant.ExpiresAt <= now)
            return new(Refusal.Expired, [], default);
        if (await playbacks.ClaimAsync(grant, cancellationToken) is var standing and not Standing.Good)
            return new(standing == Standing.Exhausted ? Refusal.Exhausted : Refusal.Withdrawn, [], default);

        var ids = request.KeyIds.ToArray();
        var keys = await db.ContentKeys.AsNoTracking().Where(k => ids.Contains(k.Id)).ToListAsync(cancellationToken);
        return Choice.Make(grant, request, keys, await policies.OfAsync(grant.AssetId, cancellationToken), now);
    }

    private Issue Open(Choice choice)
    {
        List<(Guid, KeyMaterial)> opened = [];
        try
        {
            foreach (var key in choice.Keys)
                opened.Add((key.Id, key.Open(wrap)));
            return Issue.Of(opened, choice.ExpiresAt);
        }
        catch
        {
            foreach (var (_, key) in opened)
                key.Dispose();
            throw;
        }
    }

    private Licence Entry(Grant grant, LicenceRequest request, string type, Choice choice)
    {
        var now = time.GetUtcNow();
        return new()
        {
            Id = Guid.CreateVersion7(now),
            PlaybackId = grant.PlaybackId,
            AccountId = grant.AccountId,
            ProfileId = grant.ProfileId,
            AssetId = grant.AssetId,
            KeyIds = [.. request.KeyIds],
            Tiers = [.. choice.Keys.Select(k => k.Tier).Distinct(StringComparer.Ordinal)],
            Type = type,
            Refusal = choice.Refusal is { } refusal ? LicenceProblems.Word(refusal) : null,
            At = now,
            ExpiresAt = choice.Refusal is null ? choice.ExpiresAt : null,
        };
    }
}
