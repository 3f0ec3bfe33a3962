using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Streamix.Messaging.Kit;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Messaging.Events;

namespace Streamix.Messaging.Tests.Events;

public sealed class EventCatalogTests
{
    private readonly MessagingBuilder _builder = new(new ServiceCollection());

    [Fact]
    public void Handler_of_the_received_version_Is_found()
    {
        _builder.Handles<StepTaken, OldHandler>();
        var route = _builder.Catalog.Find(StepTaken.Name, 1).ShouldHaveSingleItem();
        route.Read("""{"number":7}"""u8).ShouldBe(new StepTaken(7));
    }

    [Fact]
    public void Old_version_Is_upgraded_for_the_handler_of_the_new_one()
    {
        _builder.Handles<StepTakenV2, NewHandler>().Upgrades<StepTaken, StepTakenV2>(old => new(new Walk(old.Number)));
        var route = _builder.Catalog.Find(StepTaken.Name, 1).ShouldHaveSingleItem();
        route.Read("""{"number":7}"""u8).ShouldBe(new StepTakenV2(new Walk(7)));
        _builder.Catalog.Find(StepTaken.Name, 2).ShouldHaveSingleItem().Upgrades.ShouldBeEmpty();
    }

    [Fact]
    public void Both_versions_handled_Go_to_their_own_handlers()
    {
        _builder.Handles<StepTaken, OldHandler>().Handles<StepTakenV2, NewHandler>();
        _builder.Catalog.Find(StepTaken.Name, 1).ShouldHaveSingleItem().Handler.Name.ShouldBe(nameof(OldHandler));
        _builder.Catalog.Find(StepTaken.Name, 2).ShouldHaveSingleItem().Handler.Name.ShouldBe(nameof(NewHandler));
        _builder.Catalog.Types.ShouldBe([StepTaken.Name]);
    }

    [Theory]
    [InlineData(StepTaken.Name, 3)]
    [InlineData(StepTaken.Name, 0)]
    [InlineData("another", 1)]
    public void What_nobody_understands_Has_no_route(string type, int version)
    {
        _builder.Handles<StepTakenV2, NewHandler>().Upgrades<StepTaken, StepTakenV2>(old => new(new Walk(old.Number)));
        _builder.Catalog.Find(type, version).ShouldBeEmpty();
    }

    [Fact]
    public void Downgrade_or_double_registration_Is_refused()
    {
        Should.Throw<InvalidOperationException>(() => _builder.Upgrades<StepTakenV2, StepTaken>(_ => new(1)));
        _builder.Handles<StepTaken, OldHandler>();
        Should.Throw<InvalidOperationException>(() => _builder.Handles<StepTaken, OldHandler>());
    }

    private sealed class OldHandler : IEventHandler<StepTaken>
    {
        public Task HandleAsync(StepTaken @event, EventContext context, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class NewHandler : IEventHandler<StepTakenV2>
    {
        public Task HandleAsync(StepTakenV2 @event, EventContext context, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
