using Microsoft.Extensions.Options;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Email.Smtp;

namespace Streamix.Comms.Email.Sending;

/// <summary>Works on the queue with a few connections. At shutdown takes nothing new and lets what is on its way arrive.</summary>
internal sealed class MailSender(
    IServiceScopeFactory scopes, MailSignal signal, SendRate rate, IConfiguration configuration, IOptions<EmailOptions> options,
    TimeProvider time, Random random, ILogger<MailSender> logger) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private readonly SendingOptions _sending = options.Value.Sending;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var endpoint = SmtpEndpoint.From(configuration, options);
        logger.Sending(endpoint.ToString(), _sending.Parallel, _sending.RatePerSecond);
        using var sending = new CancellationTokenSource();
        await using var stop = stoppingToken.Register(() => sending.CancelAfter(_sending.Drain));
        await Task.WhenAll(Enumerable.Range(0, _sending.Parallel).Select(_ => WorkAsync(endpoint, stoppingToken, sending.Token)));
    }

    private async Task WorkAsync(SmtpEndpoint endpoint, CancellationToken stopping, CancellationToken sending)
    {
        await using var session = new SmtpSession(endpoint, options, time);
        var failures = 0;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var next = signal.Next;
                await rate.WaitAsync(stopping);
                var done = await OneAsync(session, stopping, sending);
                failures = done is Done.Away ? failures + 1 : 0;
                if (done is Done.Nothing)
                    await RestAsync(next, session, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                logger.QueueAway(error.GetType().Name, Waits.After(++failures, _sending.Reconnect, LongestPause, random));
            }
            if (failures > 0)
                await Task.Delay(Waits.After(failures, _sending.Reconnect, LongestPause, random), time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Done> OneAsync(SmtpSession session, CancellationToken stopping, CancellationToken sending)
    {
        await using var scope = scopes.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<SendQueue>();
        if (await queue.TakeAsync(stopping) is not { } mail)
            return Done.Nothing;
        return await scope.ServiceProvider.GetRequiredService<Delivery>().DeliverAsync(mail, session, sending, CancellationToken.None) ? Done.One : Done.Away;
    }

    private async Task RestAsync(Task next, SmtpSession session, CancellationToken stopping)
    {
        await Task.WhenAny(next, Task.Delay(_sending.PollInterval, time, stopping));
        await session.RestAsync(stopping);
    }

    private enum Done
    {
        Nothing,
        One,
        Away,
    }
}
