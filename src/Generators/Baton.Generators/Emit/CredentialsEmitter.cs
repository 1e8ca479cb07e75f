using Baton.Generators.Helpers;
using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>New accounts, and credentials that are replaced or issued.</summary>
static class CredentialsEmitter
{
    public static void Write(SourceWriter writer, ResourceTypeModel type)
    {
        if (type.Tasks.Account is { } account)
            WriteAccount(writer, type, account);
        if (type.Tasks.Rotation is { } rotation)
            WriteRotation(writer, type, rotation);
        if (type.Tasks.Issues.Count > 0)
            WriteIssues(writer, type, type.Tasks.Issues);
    }

    static void WriteAccount(SourceWriter writer, ResourceTypeModel type, AccountModel account)
    {
        WriteChoice(writer, "AccountCredentials", account.Credentials);
        if (account.Form is { } form)
            FormEmitter.WriteFields(writer, "public override", "AccountFields", form.Fields);
        TasksEmitter.WriteMethod(
            writer, Names.AccountOutcome, "CreateAccountAsync", $"AccountAsync({TasksEmitter.Call(type, account.Method)})",
            $"{Names.NewAccount} account", $"{Names.NewCredential} credential", Parameters.CancellationToken);
        if (account.Form is { } read)
            FormEmitter.WriteReader(writer, $"private static {read.Type} ReadAccountForm", $"new {read.Type}", read.Fields);
    }

    static void WriteRotation(SourceWriter writer, ResourceTypeModel type, RotationModel rotation)
    {
        var call = TasksEmitter.Call(type, rotation.Method);
        WriteChoice(writer, "RotatedCredentials", rotation.Credentials);
        TasksEmitter.WriteMethod(
            writer,
            $"{Names.ReadOnlyList}<{Names.PlaintextSecret}>",
            "RotateCredentialsAsync",
            rotation.Method.Result switch
            {
                TaskResultKind.None => $"NoSecretsAsync({call})",
                TaskResultKind.Secret => $"OneSecretAsync({call})",
                _ => call,
            },
            Parameters.Resource, $"{Names.NewCredential} credential", Parameters.CancellationToken);
    }

    static void WriteIssues(SourceWriter writer, ResourceTypeModel type, EquatableArray<IssueModel> issues)
    {
        writer.Blank();
        writer.Open($"public override {Names.ReadOnlyList}<{Names.IssueDefinition}> IssuedCredentials {{ get; }} =", "[");
        foreach (var issue in issues)
            WriteOffer(writer, issue.Offer);
        writer.Close("];");
        SyncerEmitter.WriteSignature(
            writer, $"public override {Names.Task}<{Names.IssuedCredential}> IssueCredentialAsync", " => request.Kind switch",
            Parameters.Resource, $"{Names.CredentialRequest} request", Parameters.CancellationToken);
        writer.Open();
        foreach (var issue in issues)
            writer.Line($"{Names.IssuedCredentialKind}.{issue.Offer.Kind} => {TasksEmitter.Call(type, issue.Method)},");
        writer.Line("_ => base.IssueCredentialAsync(resource, request, cancellationToken),");
        writer.Close("};");
    }

    static void WriteOffer(SourceWriter writer, IssueOfferModel offer)
    {
        writer.Open("new()");
        writer.Line($"Kind = {Names.IssuedCredentialKind}.{offer.Kind},");
        writer.Line($"SecretType = static () => DefinitionOf<{offer.SecretType}>(),");
        WriteTrue(writer, "Virtual", offer.Virtual);
        WriteTexts(writer, "Scopes", offer.Scopes);
        WriteTrue(writer, "CustomScopes", offer.CustomScopes);
        WriteTexts(writer, "Audiences", offer.Audiences);
        WriteTrue(writer, "CustomAudiences", offer.CustomAudiences);
        if (offer.KeyProfiles.Count > 0)
            writer.Line($"KeyProfiles = [{string.Join(", ", offer.KeyProfiles.Select(Key))}],");
        WriteSeconds(writer, "MinLifetime", offer.MinLifetime);
        WriteSeconds(writer, "MaxLifetime", offer.MaxLifetime);
        writer.Close("},");
    }

    static string Key(KeyProfileModel key) => $"new({Literals.Text(key.Type)}, {Literals.Number(key.Bits)}, {Literals.Text(key.Curve)})";

    static void WriteTrue(SourceWriter writer, string property, bool value)
    {
        if (value)
            writer.Line($"{property} = true,");
    }

    static void WriteTexts(SourceWriter writer, string property, EquatableArray<string> texts)
    {
        if (texts.Count > 0)
            writer.Line($"{property} = [{string.Join(", ", texts.Select(Literals.Text))}],");
    }

    static void WriteSeconds(SourceWriter writer, string property, long seconds)
    {
        if (seconds > 0)
            writer.Line($"{property} = global::System.TimeSpan.FromSeconds({Literals.Number(seconds)}),");
    }

    static void WriteChoice(SourceWriter writer, string property, CredentialChoiceModel choice)
    {
        writer.Blank();
        writer.Line($"public override {Names.CredentialChoice}? {property} {{ get; }} = new({Option(choice.Preferred)}, [{string.Join(", ", choice.Options.Select(Option))}]);");
    }

    static string Option(string option) => $"{Names.CredentialOption}.{option}";
}
