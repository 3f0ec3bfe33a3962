using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Streamix.Comms.Email.Addresses;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Email.Smtp;
using Streamix.Comms.Email.Suppressions;
using Streamix.Comms.Email.Templates;

namespace Streamix.Comms.Email.Sending;

/// <summary>Takes one leased mail to its next state.</summary>
internal sealed class Delivery(
    SendQueue queue, MailSafe safe, Composer composer, SuppressionList suppressions, SendTelemetry telemetry, ISendProbe probe,
    IOptions<EmailOptions> options, TimeProvider time, Random random, ILogger<Delivery> logger)
{
    private readonly SendingOptions _sending = options.Value.Sending;

    /// <returns>False when the server is away, so that the caller waits a little.</returns>
    public async Task<bool> DeliverAsync(Mail mail, SmtpSession session, CancellationToken sending, CancellationToken recording)
    {
        using var activity = SendTelemetry.Start(mail);
        await probe.ReachedAsync(SendStep.Leased, mail.Id);
        SmtpAnswer answer;
        try
        {
            var content = safe.Unlock(mail.Id, mail.Content!);
            if (await EndedEarlyAsync(mail, content.To, recording))
                return true;
            using var message = await composer.ComposeAsync(mail, content, recording);
            answer = await session.SendAsync(message, sending);
        }
        catch (OperationCanceledException) when (sending.IsCancellationRequested)
        {
            answer = new(SmtpVerdict.Later, "shutdown");
        }
        catch (Exception error) when (error is LetterException or CryptographicException)
        {
            await BuryAsync(mail, error is LetterException letter ? letter.Code : "content-locked", recording);
            return true;
        }

        if (answer.Verdict == SmtpVerdict.Accepted)
            await probe.ReachedAsync(SendStep.Accepted, mail.Id);
        await RecordAsync(mail, answer, recording);
        activity?.SetTag("streamix.mail.verdict", answer.Verdict.ToString());
        return answer.Verdict != SmtpVerdict.Away;
    }

    private async Task<bool> EndedEarlyAsync(Mail mail, string address, CancellationToken cancellationToken)
    {
        if (mail.ExpiresAt <= time.GetUtcNow())
            await EndAsync(mail, MailState.Expired, mail.Failure, null, cancellationToken);
        else if (mail.Attempts > _sending.Attempts)
            await BuryAsync(mail, mail.Failure ?? "too-many-attempts", cancellationToken);
        else if (await suppressions.FindAsync(mail, address, cancellationToken) is { } reason)
            await EndAsync(mail, MailState.Suppressed, reason, null, cancellationToken);
        else
            return false;
        return true;
    }

    private async Task RecordAsync(Mail mail, SmtpAnswer answer, CancellationToken cancellationToken)
    {
        switch (answer.Verdict)
        {
            case SmtpVerdict.Accepted:
                await EndAsync(mail, MailState.Sent, null, answer.ProviderId, cancellationToken);
                await probe.ReachedAsync(SendStep.Recorded, mail.Id);
                break;
            case SmtpVerdict.NoMailbox:
                await suppressions.AddAsync(mail.AddressHash, mail.AccountId, SuppressionReason.HardBounce, cancellationToken);
                await BuryAsync(mail, answer.Code!, cancellationToken);
                break;
            case SmtpVerdict.Refused:
            case SmtpVerdict.Later when mail.Attempts >= _sending.Attempts:
                await BuryAsync(mail, answer.Code!, cancellationToken);
                break;
            default:
                await PostponeAsync(mail, answer, cancellationToken);
                break;
        }
    }

    private async Task PostponeAsync(Mail mail, SmtpAnswer answer, CancellationToken cancellationToken)
    {
        var away = answer.Verdict == SmtpVerdict.Away;
        var wait = answer.Code == "shutdown" ? TimeSpan.Zero
            : away ? Waits.After(1, _sending.Reconnect, _sending.LongestRetry, random)
            : Waits.After(mail.Attempts, _sending.FirstRetry, _sending.LongestRetry, random);
        await queue.PostponeAsync(mail, wait, answer.Code, counts: !away, cancellationToken);
        telemetry.Postponed(mail);
        logger.Postponed(mail.Id, mail.Template, mail.Attempts, answer.Code, wait);
    }

    private async Task EndAsync(Mail mail, MailState state, string? failure, string? providerId, CancellationToken cancellationToken)
    {
        if (!await queue.FinishAsync(mail, state, failure, providerId, cancellationToken))
            logger.LeaseLost(mail.Id, mail.Template);
        telemetry.Ended(mail, state, time.GetUtcNow());
        logger.Ended(mail.Id, mail.Template, state, mail.Attempts);
    }

    private async Task BuryAsync(Mail mail, string failure, CancellationToken cancellationToken)
    {
        await queue.BuryAsync(mail, failure, cancellationToken);
        telemetry.Ended(mail, MailState.Dead, time.GetUtcNow());
        logger.Buried(mail.Id, mail.Template, failure, mail.Attempts);
    }
}
