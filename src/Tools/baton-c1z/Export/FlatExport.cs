using Baton.C1Z;
using Baton.Protocol.Connector.V2;

namespace Baton.C1ZTool;

/// <summary>The flat file that ConductorOne takes uploads in: users, entitlements, and who of the users holds what.</summary>
sealed class FlatExport(SyncView view, IRowWriter writer, ProgressLine progress)
{
    static readonly string[] Head =
    [
        "Type", "Last Name", "First Name", "User ID", "User Status", "Email Address", "Entitlement Display Name", "Entitlement", "Resource Type",
        "Resource Name", "Entitlement Description", "Entitlement Slug",
    ];

    readonly SyncDetails _details = new(view);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await writer.WriteAsync(Head);
        await foreach (var type in view.ResourceTypesAsync(cancellationToken))
        {
            if (type.Traits.Contains(ResourceType.Types.Trait.User))
                await IdentitiesAsync(type.Id, cancellationToken);
        }
        await foreach (var entitlement in view.EntitlementsAsync(null, cancellationToken))
            await writer.WriteAsync(["Entitlement", "", "", "", "", "", .. Columns(entitlement)]);
        await foreach (var grant in view.GrantsAsync(null, cancellationToken))
        {
            progress.Add();
            await GrantAsync(grant, cancellationToken);
        }
    }

    async Task IdentitiesAsync(string type, CancellationToken cancellationToken)
    {
        await foreach (var user in view.ResourcesAsync(new() { ResourceTypeId = type }, cancellationToken))
        {
            if (Person.Of(user) is { } person)
                await writer.WriteAsync(["Identity", person.LastName, person.FirstName, person.UserId, person.Status, person.Email, "", "", "", "", "", ""]);
        }
    }

    async Task GrantAsync(Grant grant, CancellationToken cancellationToken)
    {
        if (grant.Principal?.Id is not { } id || Person.Of(await _details.ResourceAsync(id, cancellationToken)) is not { } person)
            return;
        var entitlement = await _details.FindEntitlementAsync(grant.Entitlement.Id, cancellationToken) ?? grant.Entitlement;
        await writer.WriteAsync(["Grant", person.LastName, person.FirstName, person.UserId, "", person.Email, .. Columns(entitlement)]);
    }

    static string[] Columns(Entitlement entitlement) =>
    [
        entitlement.DisplayName, entitlement.Id, entitlement.Resource?.Id?.ResourceType ?? "", entitlement.Resource?.DisplayName ?? "",
        entitlement.Description, entitlement.Slug,
    ];
}
