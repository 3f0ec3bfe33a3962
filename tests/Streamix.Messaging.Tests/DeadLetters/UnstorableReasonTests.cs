using Shouldly;
using Streamix.Messaging.Kit.Contract;
using Streamix.Messaging.Tests.Transports;

namespace Streamix.Messaging.Tests.DeadLetters;

[Collection("rabbitmq")]
public sealed class UnstorableReasonTests
{
    [Fact]
    public async Task Reason_the_database_would_refuse_Is_stored_without_what_it_refuses_And_the_subject_goes_on()
    {
        await using var transport = await RabbitUnderTest.StartAsync();
        await using var stage = await Stage.CreateAsync(transport, s => s with { More = new Dictionary<string, string> { ["Messaging:Retry:Attempts"] = "1" } });
        await stage.ConsumerAsync(behaviour: new()
        {
            BeforeAsync = (step, _, _) => step.Number == 1 ? throw new InvalidOperationException(new string(['a', '\0', '\ud83d', 'b'])) : Task.CompletedTask,
        });
        await (await stage.PublisherAsync()).StepAsync("a", 2);
        await stage.AppliedAsync(1, TimeSpan.FromSeconds(30));
        (await stage.DeadLettersAsync(1)).ShouldHaveSingleItem().Reason.ShouldBe("InvalidOperationException: a\ufffdb");
    }
}
