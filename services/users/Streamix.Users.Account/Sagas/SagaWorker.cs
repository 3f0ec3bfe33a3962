using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Hosting;

namespace Streamix.Users.Account.Sagas;

/// <summary>Takes the steps of one kind of saga, on every replica.</summary>
internal sealed class SagaWorker<TSaga>(TSaga saga, IOptions<AccountOptions> options, TimeProvider time, ILogger<SagaWorker<TSaga>> logger)
    : Rounds(options.Value.SagaInterval, time, logger)
    where TSaga : ISaga
{
    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        while (await saga.StepAsync(stoppingToken))
        {
        }
    }
}
