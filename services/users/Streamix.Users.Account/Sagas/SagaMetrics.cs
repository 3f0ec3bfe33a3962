using System.Diagnostics.Metrics;

namespace Streamix.Users.Account.Sagas;

internal sealed class SagaMetrics
{
    private readonly Counter<long> _erased;
    private readonly Counter<long> _overdue;
    private readonly Counter<long> _exports;

    public SagaMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Streamix.Users.Account");
        _erased = meter.CreateCounter<long>("streamix.account.erasures.finished", "{erasure}", "Erasures that every service has confirmed.");
        _overdue = meter.CreateCounter<long>("streamix.account.erasures.overdue", "{erasure}", "Erasures that went past their deadline.");
        _exports = meter.CreateCounter<long>("streamix.account.exports.finished", "{export}", "Exports by outcome.");
    }

    public void Erased() => _erased.Add(1);

    public void Overdue() => _overdue.Add(1);

    public void Exported(string outcome) => _exports.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
