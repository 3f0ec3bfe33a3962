using System.Text;
using Streamix.Messaging.Kit;
using Streamix.Messaging.Kit.Roles;
using Streamix.ServiceDefaults.Messaging.DeadLetters;

namespace Streamix.Messaging.Tests.DeadLetters;

internal static class TestLetter
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static DeadLetter Create(int number) => new()
    {
        Id = Guid.CreateVersion7(Start.AddSeconds(number)),
        EventId = Guid.CreateVersion7(Start),
        Handler = nameof(RecordStep),
        Type = StepTaken.Name,
        Version = 1,
        Subject = "subject",
        Body = Encoding.UTF8.GetBytes($$"""{"number":{{number}}}"""),
        OccurredAt = Start,
        CorrelationId = "correlation",
        Reason = "InvalidOperationException: broken",
        Attempts = 8,
        FailedAt = Start,
    };
}
