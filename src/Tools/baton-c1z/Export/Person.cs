using Baton.C1Z;
using Baton.Protocol.Connector.V2;

namespace Baton.C1ZTool;

/// <summary>What the flat export says about a user.</summary>
sealed record Person(string LastName, string FirstName, string UserId, string Status, string Email)
{
    /// <summary>Null for what is not a user.</summary>
    public static Person? Of(Resource resource)
    {
        if (resource.Trait<UserTrait>() is null)
            return null;
        var profile = resource.ReadProfile();
        return new(Text("last_name"), Text("first_name"), Text("user_id"), StatusOf(resource), resource.PrimaryEmail() ?? "");

        string Text(string name) => profile.GetValueOrDefault(name) as string ?? "";
    }

    static string StatusOf(Resource resource) => resource.ReadStatus() switch
    {
        Protocol.Connector.V2.Status.Types.ResourceStatus.Disabled => "Disabled",
        Protocol.Connector.V2.Status.Types.ResourceStatus.Deleted => "Deleted",
        _ => "Enabled",
    };
}
