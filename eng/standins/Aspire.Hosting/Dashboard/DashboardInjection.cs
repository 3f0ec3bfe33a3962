namespace Aspire.Hosting.Dashboard;

/// <summary>Puts the dashboard at the head of the graph.</summary>
internal sealed class DashboardInjection(
    DashboardResource dashboard, DashboardAnnouncement announcement, IDistributedApplicationEventing eventing, DistributedApplicationOptions application)
{
    public void Add(DistributedApplicationModel model)
    {
        if (application.DisableDashboard)
            return;
        var resource = dashboard.Create();
        model.Resources.Insert(0, resource);
        eventing.Subscribe<ResourceReadyEvent>(resource, (_, _) =>
        {
            announcement.Make(resource);
            return Task.CompletedTask;
        });
    }
}
