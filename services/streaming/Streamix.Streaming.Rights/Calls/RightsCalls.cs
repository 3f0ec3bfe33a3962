using Grpc.Core;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.Rights.Admission;
using V1 = Streamix.Streaming.Contracts.Rights.V1;

namespace Streamix.Streaming.Rights.Calls;

/// <summary>Decisions for other services. Slots are for the one that starts playbacks.</summary>
internal sealed class RightsCalls(AdmissionDesk desk, Caller caller) : V1.Rights.RightsBase
{
    public override async Task<V1.Decision> Admit(V1.AdmitRequest request, ServerCallContext context)
    {
        Callers.Demand(caller, Callers.PlaybackContext);
        var question = Requests.Read(request, caller, withSlot: true);
        Callers.DemandOwn(caller, question.AccountId);
        return Answers.Of(await desk.AdmitAsync(question, context.CancellationToken));
    }

    public override async Task<V1.Decision> Decide(V1.AdmitRequest request, ServerCallContext context)
    {
        var question = Requests.Read(request, caller, withSlot: false);
        Callers.DemandOwn(caller, question.AccountId);
        return Answers.Of(await desk.DecideAsync(question, context.CancellationToken));
    }

    public override async Task<V1.RenewAnswer> Renew(V1.RenewRequest request, ServerCallContext context)
    {
        Callers.Demand(caller, Callers.PlaybackContext);
        if (request.Playbacks.Count > Requests.MostRenewals)
            throw ProblemException.BadRequest("playbacks", $"must be at most {Requests.MostRenewals}");
        Question[] questions = [.. request.Playbacks.Select(Requests.Renewal)];
        var admittances = await desk.RenewAsync(questions, context.CancellationToken);
        return new() { Decisions = { admittances.Select(Answers.Of) } };
    }

    public override async Task<V1.ReleaseAnswer> Release(V1.ReleaseRequest request, ServerCallContext context)
    {
        Callers.Demand(caller, Callers.PlaybackContext);
        await desk.ReleaseAsync(Requests.Id("account_id", request.AccountId), Requests.Id("playback_id", request.PlaybackId));
        return new();
    }
}
