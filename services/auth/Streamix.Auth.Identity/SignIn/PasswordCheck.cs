using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Credentials;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Guards;
using Streamix.Auth.Identity.Notices;
using Streamix.Auth.Identity.Passwords;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Auth.Identity.SignIn;

/// <summary>Is this the password of whoever has this address? One hash, known address or not.</summary>
internal sealed class PasswordCheck(IdentityDb db, Subjects subjects, PasswordWork work, Guard guard, IEventPublisher events, IHttpContextAccessor http)
{
    public async Task<Subject?> ByEmailAsync(string email, string password, CancellationToken cancellationToken)
    {
        var address = http.HttpContext?.Connection.RemoteIpAddress;
        GuardKey[] own = [GuardRule.Pair.For(email, address), GuardRule.Account.For(email)];
        var counted = await guard.EnterAsync(cancellationToken, [.. own, GuardRule.Address.For(address)]);

        var subject = await subjects.FindAsync(email, cancellationToken);
        if (!await IsRightAsync(subject, password, cancellationToken))
        {
            if (counted.Take(own.Length).FirstOrDefault(c => c.FellShut) is { } shut)
                await TellAsync(subject?.AccountId ?? Guid.NewGuid(), shut.Key.Rule, cancellationToken);
            return null;
        }
        await guard.ClearAsync(cancellationToken, own);
        await guard.TakeBackAsync(counted[^1], cancellationToken);
        return subject;
    }

    /// <summary>The password of somebody who is signed in already.</summary>
    public async Task<bool> OfAsync(Subject subject, string password, CancellationToken cancellationToken)
    {
        await guard.EnterAsync(cancellationToken, GuardRule.Factor.For(subject.AccountId));
        if (!await IsRightAsync(subject, password, cancellationToken))
            return false;
        await guard.ClearAsync(cancellationToken, GuardRule.Factor.For(subject.AccountId));
        return true;
    }

    /// <summary>Nobody has that id when the address is unknown, and nobody will be told.</summary>
    private Task TellAsync(Guid accountId, GuardRule rule, CancellationToken cancellationToken)
    {
        events.Publish(new SignInLocked(accountId, rule.First), accountId.ToString("n"));
        return db.SaveChangesAsync(cancellationToken);
    }

    private async Task<bool> IsRightAsync(Subject? subject, string password, CancellationToken cancellationToken)
    {
        var result = await work.VerifyAsync(subject?.Credential.PasswordHash, password, cancellationToken);
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
            await RehashAsync(subject!, password, cancellationToken);
        return result != PasswordVerificationResult.Failed;
    }

    private async Task RehashAsync(Subject subject, string password, CancellationToken cancellationToken)
    {
        var (old, stronger) = (subject.Credential.PasswordHash, await work.HashAsync(password, cancellationToken));
        await db.Credentials.Where(c => c.AccountId == subject.AccountId && c.PasswordHash == old)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.PasswordHash, stronger), cancellationToken);
    }
}
